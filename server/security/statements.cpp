#include "security/statements.h"

#include <charconv>

#include "security/rights.h"

namespace rapport::security {
namespace {

void append_number(std::string& key, std::uint64_t number) {
    char digits[24];
    key.append(digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr) += ' ';
}

/// Each part with its length: no two questions make the same key.
std::string key_of(std::initializer_list<std::string_view> question, const Asking& asking) {
    std::string key;
    key.reserve(160);
    append_number(key, reinterpret_cast<std::uintptr_t>(asking.catalogue.get()));
    append_number(key, reinterpret_cast<std::uintptr_t>(asking.actor.shared_rights().get()));
    append_number(key, static_cast<std::uint64_t>(asking.context.user.number()));
    for (int number : {asking.context.fiscal_year_start_month, static_cast<int>(asking.access), static_cast<int>(asking.trash), static_cast<int>(asking.hidden_fields)})
        append_number(key, static_cast<std::uint64_t>(number));
    key += asking.context.zone.name();
    for (std::string_view part : question) {
        key += ' ';
        append_number(key, part.size());
        key += part;
    }
    return key;
}

}  // namespace

query::Context context_of(const Actor& actor) {
    query::Context out;
    out.now = DateTime::now();
    out.zone = actor.zone();
    out.fiscal_year_start_month = actor.fiscal_year_start_month();
    out.user = actor.user();
    return out;
}

query::Statement compile(const query::Select& select, const Asking& asking, const storage::Dialect& dialect) {
    auto visible = asking.hidden_fields ? [](const metadata::Object&, const metadata::Field&) { return true; } : visible_to(asking.actor);
    auto bound = query::bind(select, asking.catalogue, asking.context, visible);
    return query::compile(restrict_to(asking.actor, std::move(bound), asking.access, asking.trash), dialect);
}

query::Statement Statements::find(std::initializer_list<std::string_view> question, const Asking& asking, const storage::Dialect& dialect,
                                  const std::function<query::Select()>& select) {
    std::string key = key_of(question, asking);
    {
        std::lock_guard lock(mutex_);
        if (auto found = by_key_.find(key); found != by_key_.end()) {
            kept_.splice(kept_.begin(), kept_, found->second);
            return found->second->statement;
        }
    }
    query::Statement statement = compile(select(), asking, dialect);
    if (!statement.is_timeless()) return statement;
    std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return statement;
    kept_.push_front({std::move(key), asking.actor.shared_rights(), statement});
    by_key_.emplace(kept_.front().key, kept_.begin());
    if (kept_.size() > capacity_) {
        by_key_.erase(kept_.back().key);
        kept_.pop_back();
    }
    return statement;
}

query::Condition is_record(RecordId record) {
    query::Condition out;
    out.kind = query::Condition::Kind::Compare;
    out.term.path = {{"id"}, {}};
    out.values = {{query::Literal::Kind::String, record.text(), {}}};
    return out;
}

query::Statement Statements::by_id(const metadata::Object& object, RecordId record, const Asking& asking, const storage::Dialect& dialect) {
    auto select = [&] {
        query::Select out;
        out.object = object.name;
        for (const metadata::Field& field : object.fields)
            if (field.has_column()) out.fields.push_back({"", {{field.name}, {}}, "", {}});
        out.where = is_record(record);
        out.limit = 1;
        return out;
    };
    return find({"record", object.name}, asking, dialect, select).about(record);
}

}  // namespace rapport::security
