#include "records/deleted_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "metadata/draft.h"
#include "metadata/schema.h"
#include "records/money.h"
#include "search/filling.h"
#include "search/index.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;
using metadata::quoted;

Failure conflict(const char* code, const std::string& message) { return Failure(FailureKind::Conflict, code, message); }

/// The object as it will be; what is wrong with that is said of the field that comes back.
metadata::CataloguePointer catalogue_with(const Service& service, const std::string& object, std::string_view id) {
    const auto refuse = [](const std::string& message, const std::vector<Problem>& problems) {
        return Failure(FailureKind::Conflict, "does_not_fit", "The field does not fit what is there now. Change that first. " + message, problems);
    };
    try {
        auto trial = service.registry().try_out([&](metadata::Draft& draft) { draft.bring_back_field(draft.catalogue().object(object), id, {}); });
        if (!trial.problems.empty()) throw refuse(trial.problems.front().message, trial.problems);
        return trial.catalogue;
    } catch (const Failure& failure) {
        if (failure.code() != "invalid_declaration") throw;
        throw refuse(failure.what(), failure.problems());
    }
}

/// The values of a field that comes back, in the columns where they were kept.
class KeptValues {
public:
    KeptValues(storage::Session& session, const metadata::Catalogue& after, const Object& object, const Field& field, const Json& columns)
        : session_(session), after_(after), object_(object), field_(field), columns_(columns), table_(quoted(object.name)) {
        const auto there = metadata::columns_of(session, object.name);
        for (const auto& [name, column] : columns.members())
            if (!there.contains(column.string())) throw conflict("nothing_kept", "The values of " + field.label + " are no longer there.");
    }

    /// Answers how many references led nowhere.
    std::int64_t mend() {
        if (field_.roll_up) session_.execute("DELETE FROM summed_roll_up WHERE object = ?1 AND field = ?2", {object_.name, field_.name});
        if (field_.type->name() == "currency") follow_rates();
        if (!field_.is_reference()) return 0;
        follow_merges();
        const std::int64_t emptied = empty_lost();
        if (field_.names_parent()) require_parents();
        return emptied;
    }

    /// What the field asks of records and not all of them meet: most were made while nobody could.
    std::vector<std::string> unmet() {
        std::vector<std::string> out;
        if (!field_.has_column()) return out;
        const bool is_missed = field_.required && !field_.read_only && !field_.names_parent() && count("deleted_at IS NULL AND " + column() + " IS NULL") > 0;
        if (is_missed) out.emplace_back("required");
        const bool is_single = field_.unique || field_.external_id;
        if (is_single && session_.value(fmt::format("SELECT 1 FROM {0} WHERE deleted_at IS NULL AND {1} IS NOT NULL GROUP BY {1} HAVING COUNT(*) > 1 LIMIT 1", table_, column())))
            for (const char* setting : {"unique", "external_id"})
                if (field_.declaration.boolean_or(setting, false)) out.emplace_back(setting);
        return out;
    }

private:
    std::string column() const { return quoted(columns_[field_.name].string()); }
    std::int64_t count(const std::string& condition) { return session_.value("SELECT COUNT(*) FROM " + table_ + " t WHERE " + condition)->integer(); }

    /// Who was merged is known by the record that is left; more than once where that was merged in turn.
    void follow_merges() {
        const std::string update = fmt::format("UPDATE {0} SET {1} = (SELECT CASE WHEN m.survivor_id <> {0}.id THEN m.survivor_id END FROM record_merge m WHERE m.record_id = {0}.{1}) "
                                               "WHERE {1} IN (SELECT record_id FROM record_merge)", table_, column());
        while (session_.execute(update) > 0) {}
    }

    /// `row` names no record of any object that it may name; none that is live, where that is asked for.
    std::string names_nothing(const std::string& row, std::string_view live = "") const {
        std::string out;
        for (const Object& target : after_.objects())
            if (field_.may_refer_to(target)) out += fmt::format(" AND NOT EXISTS (SELECT 1 FROM {} r WHERE r.id = {}.{}{})", quoted(target.name), row, column(), live);
        return out;
    }

    std::int64_t empty_lost() { return session_.execute("UPDATE " + table_ + " SET " + column() + " = NULL WHERE " + column() + " IS NOT NULL" + names_nothing(table_)); }

    /// A part of something can neither be without it nor outlast it.
    void require_parents() {
        const auto without = count("t.deleted_at IS NULL" + names_nothing("t", " AND r.deleted_at IS NULL"));
        if (without == 0) return;
        throw conflict("values_missing", fmt::format("Each record of {} would be a part of one of {}, but {} have none: delete these first, or restore what they were a part of from the trash.",
                                                     object_.label, field_.label, without));
    }

    /// Rates, currencies and days of records may be others by now.
    void follow_rates() {
        const std::string base = quoted(columns_[field_.name + "_base"].string());
        const std::string own_day = object_.rate_date_field.empty() ? "NULL" : quoted(object_.rate_date_field);
        Money money(session_);
        std::vector<std::pair<std::int64_t, Value>> changed;
        {
            auto rows = session_.query(fmt::format("SELECT id, {}, {}, currency_code, {}, created_at FROM {} WHERE {} IS NOT NULL", column(), base, own_day, table_, column()));
            while (rows->next()) {
                const Value code = rows->value(3);
                auto in_base = money.base_of(rows->value(1), code, rate_day(rows->value(4), rows->value(5)));
                if (!in_base) throw conflict("missing_rate", "There is no exchange rate for " + code.text() + ": add the currency and a rate first.");
                if (*in_base != rows->value(2)) changed.emplace_back(rows->integer(0), *std::move(in_base));
            }
        }
        for (const auto& [id, value] : changed) session_.execute("UPDATE " + table_ + " SET " + base + " = ?2 WHERE id = ?1", {id, value});
    }

    storage::Session& session_;
    const metadata::Catalogue& after_;
    const Object& object_;
    const Field& field_;
    const Json& columns_;
    const std::string table_;
};

/// Whether records are found by it, or by a part of it.
bool is_indexed(const Object& object, const Field& field) {
    return std::any_of(object.fields.begin(), object.fields.end(), [&](const Field& part) { return (&part == &field || part.component_of == field.name) && search::is_indexed(object, part); });
}

}  // namespace

BroughtBack bring_back_field(Service& service, const std::string& object_name, std::string_view id) {
    service.registry().refresh();
    const metadata::CataloguePointer before = service.registry().current();
    const Json& kept = metadata::deleted_field(before->object(object_name), id);
    const metadata::CataloguePointer after = catalogue_with(service, object_name, id);
    const Object& object = after->object(object_name);
    const Field& field = object.field(kept["name"].string());
    BroughtBack done{field.name, {}, 0};
    service.registry().change_values(object.name, [&](metadata::Draft& draft, storage::Session& session) {
        metadata::deleted_field(draft.catalogue().object(object.name), id);  // somebody else may have been faster
        KeptValues values(session, *after, object, field, kept["columns"]);
        done.emptied = values.mend();
        done.without = values.unmet();
        draft.bring_back_field(draft.catalogue().object(object.name), id, done.without);
        if (is_indexed(object, field)) search::forget_filling(session, object);
    });
    return done;
}

}  // namespace rapport::records
