#include "records/check.h"

#include <unordered_map>

#include "metadata/running_totals.h"
#include "metadata/schema.h"
#include "records/money.h"
#include "records/sums.h"
#include "search/filling.h"
#include "security/statements.h"

namespace rapport::records {
namespace {

using metadata::quoted;

class Checker {
public:
    Checker(storage::Session& session, const metadata::CataloguePointer& catalogue, std::vector<Finding>& findings)
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
        for (const auto& index : metadata::missing_indexes(session_, *catalogue_))
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

    /// All parents' sums by one question, as they are computed when a record changes; who has none counts as nothing.
    void check_roll_up(const metadata::Object& object, const metadata::Field& field) {
        auto system = security::Actor::system("check");
        auto number = [](const Value& value) { return value.is_integer() ? value.integer() : 0; };
        std::unordered_map<std::int64_t, std::int64_t> sums;
        query::for_each_row(session_, security::compile(sums_by_parent(field), {system, catalogue_}, session_.dialect()),
                            [&](const std::vector<Cell>& cells) { sums.emplace(number(cells[0].value()), number(cells[1].value())); });
        std::int64_t wrong = 0;
        auto rows = session_.query("SELECT id, " + quoted(field.name) + " FROM " + quoted(object.name) + " WHERE deleted_at IS NULL");
        while (rows->next()) {
            auto sum = sums.find(rows->integer(0));
            if (number(rows->value(1)) != (sum == sums.end() ? 0 : sum->second)) ++wrong;
        }
        report(object, field, "wrong_roll_up", wrong, field.label + " is not what its records sum up to.");
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
    const metadata::CataloguePointer& catalogue_;
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
        service.database().read([&](storage::Session& session) { Checker(session, catalogue, findings).check(object); }, {patience});
    }
    service.database().read([&](storage::Session& session) { Checker(session, catalogue, findings).check_indexes(); });
    return findings;
}

}  // namespace rapport::records
