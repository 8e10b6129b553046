#include "records/check.h"

#include <map>

#include "metadata/running_totals.h"
#include "metadata/schema.h"
#include "records/money.h"
#include "search/filling.h"

namespace rapport::records {
namespace {

using metadata::quoted;

class Checker {
public:
    Checker(storage::Session& session, const metadata::Catalogue& catalogue, std::vector<Finding>& findings)
        : session_(session), catalogue_(catalogue), findings_(findings), base_currency_(Money(session).base_currency()) {}

    void check(const metadata::Object& object) {
        for (const metadata::Field& field : object.fields) {
            if (!field.has_column() || field.name == "id") continue;
            if (field.is_reference() && field.targets.size() == 1) check_reference(object, field);
            if (field.required) check_present(object, field);
            if (field.roll_up) check_roll_up(object, field);
            if (!field.base_of.empty()) check_base(object, field);
        }
        if (std::int64_t records = search::count_stale(session_, object))
            findings_.push_back({object.name, "", "stale_search", records, std::to_string(records) + " " + object.plural_label + ": search does not know them as they are. Mend it with: rapport migrate --rebuild-search"});
        for (const metadata::Totals& totals : object.totals) check_totals(object, totals);
    }

    void check_indexes() {
        for (const auto& index : metadata::missing_indexes(session_, catalogue_))
            findings_.push_back({"", "", "missing_index", 1, "The index " + index.name + " is missing: lists may be slow, or unique values repeat."});
    }

private:
    std::int64_t count(const metadata::Object& object, const std::string& condition, std::initializer_list<Value> parameters = {}) {
        return session_.value("SELECT COUNT(*) FROM " + quoted(object.name) + " t WHERE t.deleted_at IS NULL AND " + condition, parameters)->integer();
    }

    void report(const metadata::Object& object, const metadata::Field& field, const char* kind, std::int64_t records, const std::string& what) {
        if (records > 0) findings_.push_back({object.name, field.name, kind, records, std::to_string(records) + " " + object.plural_label + ": " + what});
    }

    void check_reference(const metadata::Object& object, const metadata::Field& field) {
        std::string column = "t." + quoted(field.name);
        auto records = count(object, column + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + quoted(field.targets.front()) + " r WHERE r.id = " + column + ")");
        report(object, field, "dangling_reference", records, field.label + " names a record that does not exist.");
    }

    void check_present(const metadata::Object& object, const metadata::Field& field) {
        report(object, field, "missing_value", count(object, "t." + quoted(field.name) + " IS NULL"), field.label + " is required and empty.");
    }

    /// Filters of roll-ups are questions of their own; those without one are checked in a single statement.
    void check_roll_up(const metadata::Object& object, const metadata::Field& field) {
        const metadata::RollUp& roll_up = *field.roll_up;
        if (!roll_up.filter.is_null() || roll_up.function == "average") return;
        static const std::map<std::string, std::string, std::less<>> functions{{"sum", "SUM"}, {"minimum", "MIN"}, {"maximum", "MAX"}};
        const metadata::Object& child = catalogue_.object(roll_up.child);
        std::string summed = "COUNT(*)";
        if (roll_up.function != "count") {
            bool money = child.find_field(roll_up.field + "_base") != nullptr;
            summed = functions.find(roll_up.function)->second + "(c." + quoted(roll_up.field + (money ? "_base" : "")) + ")";
        }
        std::string sum = "(SELECT " + summed + " FROM " + quoted(child.name) + " c WHERE c.deleted_at IS NULL AND c." + quoted(roll_up.relation) + " = t.id)";
        report(object, field, "wrong_roll_up", count(object, "COALESCE(t." + quoted(field.name) + ", 0) <> COALESCE(" + sum + ", 0)"), field.label + " is not what its records sum up to.");
    }

    void check_totals(const metadata::Object& object, const metadata::Totals& totals) {
        std::int64_t wrong = metadata::totals::count_wrong(session_, object, totals);
        if (wrong > 0)
            findings_.push_back({object.name, "", "wrong_totals", wrong, std::to_string(wrong) + " running totals of " + object.plural_label + " by " + totals.name + " are not what the records sum up to."});
    }

    void check_base(const metadata::Object& object, const metadata::Field& field) {
        std::string amount = "t." + quoted(field.base_of);
        std::string base = "t." + quoted(field.name);
        auto records = count(object, "t.currency_code = ?1 AND COALESCE(" + amount + ", 0) <> COALESCE(" + base + ", 0)", {base_currency_});
        records += count(object, "(" + amount + " IS NULL) <> (" + base + " IS NULL)");
        report(object, field, "wrong_base_amount", records, field.label + " does not follow its amount.");
    }

    storage::Session& session_;
    const metadata::Catalogue& catalogue_;
    std::vector<Finding>& findings_;
    std::string base_currency_;
};

}  // namespace

std::vector<Finding> check(Service& service, const std::function<void(const std::string&)>& progress) {
    std::vector<Finding> findings;
    auto catalogue = service.registry().current();
    constexpr auto patience = std::chrono::minutes(30);
    for (const metadata::Object& object : catalogue->objects()) {
        progress(object.name);
        service.database().read([&](storage::Session& session) { Checker(session, *catalogue, findings).check(object); }, {patience});
    }
    service.database().read([&](storage::Session& session) { Checker(session, *catalogue, findings).check_indexes(); });
    return findings;
}

}  // namespace rapport::records
