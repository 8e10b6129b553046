#include "security/sight.h"

#include "metadata/current_tables.h"
#include "security/rights.h"

namespace rapport::security {
namespace {

query::Select select_id(const metadata::Object& object) {
    query::Select select;
    select.object = object.name;
    select.fields.push_back({"", {{"id"}, {}}, "", {}});
    select.limit = 1;
    return select;
}

}  // namespace

std::optional<bool> Sight::all_or_none(const metadata::Object& object) const {
    if (!actor_.rights().may(ObjectRight::Read, object)) return false;
    auto rows = visible_rows(actor_, *catalogue_, object, Access::Read);
    if (rows.kind == query::Predicate::Kind::Always) return true;
    if (rows.kind == query::Predicate::Kind::Never) return false;
    return std::nullopt;
}

bool Sight::sees(RecordId record) const {
    const metadata::Object* object = catalogue_->find(record);
    if (!object) return false;
    if (auto known = all_or_none(*object)) return *known;
    return metadata::on_current_tables(sources_.registry, catalogue_, [&](const metadata::CataloguePointer& catalogue) {
        Asking asking{actor_, catalogue, context_of(actor_), Access::Read, query::Restricted::Trash::Include};
        auto select = [&] {
            query::Select one = select_id(*object);
            one.where = is_record(record);
            return one;
        };
        auto statement = sources_.statements.find({"sight", object->name}, asking, sources_.database.dialect(), select).about(record);
        bool seen = false;
        sources_.database.read([&](storage::Session& session) { query::for_each_row(session, statement, [&](const auto&) { seen = true; }); });
        return seen;
    });
}

bool Sight::sees_any(const metadata::Object& object, const std::set<RecordId>& records) const {
    if (auto known = all_or_none(object)) return *known;
    return metadata::on_current_tables(sources_.registry, catalogue_, [&](const metadata::CataloguePointer& catalogue) {
        query::Select select = select_id(object);
        select.where = is_record(*records.begin());
        select.where->comparison = query::Comparison::In;
        select.where->values.clear();
        for (RecordId record : records) select.where->values.push_back({query::Literal::Kind::String, record.text(), {}});
        Asking asking{actor_, catalogue, context_of(actor_), Access::Read, query::Restricted::Trash::Include};
        auto statement = compile(select, asking, sources_.database.dialect());
        bool seen = false;
        sources_.database.read([&](storage::Session& session) { query::for_each_row(session, statement, [&](const auto&) { seen = true; }); });
        return seen;
    });
}

std::vector<std::string> Sight::visible_fields(const metadata::Object& object, const std::vector<std::string>& fields) const {
    std::vector<std::string> out;
    for (const std::string& name : fields) {
        const metadata::Field* field = object.find_field(name);
        if (field && actor_.rights().may_read(object, *field)) out.push_back(name);
    }
    return out;
}

}  // namespace rapport::security
