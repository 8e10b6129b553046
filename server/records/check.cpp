#include "records/check.h"

#include <algorithm>
#include <unordered_map>

#include "metadata/running_totals.h"
#include "metadata/schema.h"
#include "records/money.h"
#include "records/sums.h"
#include "records/tags.h"
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
        check_tags(object);
        check_trash(object);
    }

    void check_history() {
        auto lost = session_.value("SELECT COUNT(*) FROM record_history h WHERE change_set IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change_set c WHERE c.id = h.change_set)")->integer();
        if (lost > 0) findings_.push_back({"", "", "lost_change_set", lost, std::to_string(lost) + " lines of the history belong to change sets that do not exist."});
        auto wrong = session_.value("SELECT COUNT(*) FROM change_set u WHERE u.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change_set c WHERE c.id = u.undoes)")->integer();
        if (wrong > 0) findings_.push_back({"", "", "lost_change_set", wrong, std::to_string(wrong) + " change sets undo others that do not exist."});
        check_merged();
    }

    void check_indexes() {
        for (const auto& index : metadata::missing_indexes(session_, *catalogue_))
            findings_.push_back({"", "", "missing_index", 1, "The index " + index.name + " is missing: lists may be slow, or unique values repeat."});
    }

private:
    void check_tags(const metadata::Object& object) {
        if (!tags_field(object) || count_tags(session_, object) == count_tags_of_records(session_, object)) return;
        findings_.push_back({object.name, "tags", "wrong_tags", 1, object.plural_label + ": the table of tags does not know them as they are."});
    }

    /// What is in the trash is known there, with the record on which it hung, and nothing else is.
    void check_trash(const metadata::Object& object) {
        auto number = [&](const std::string& sql) { return session_.value(sql)->integer(); };
        std::int64_t first = RecordId::of(object.number, 0).number();
        std::string of_object = "record_id BETWEEN " + std::to_string(first) + " AND " + std::to_string(first + RecordId::last_sequence);
        std::int64_t wrong = number("SELECT COUNT(*) FROM " + quoted(object.name) + " t WHERE t.deleted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM trash WHERE record_id = t.id)");
        wrong += number("SELECT COUNT(*) FROM trash x WHERE x." + of_object + " AND NOT EXISTS (SELECT 1 FROM " + quoted(object.name) + " t WHERE t.id = x.record_id AND t.deleted_at IS NOT NULL)");
        wrong += number("SELECT COUNT(*) FROM trash x WHERE x." + of_object + " AND x.root_id <> x.record_id AND NOT EXISTS (SELECT 1 FROM trash r WHERE r.record_id = x.root_id)");
        if (wrong > 0) findings_.push_back({object.name, "", "wrong_trash", wrong, std::to_string(wrong) + " " + object.plural_label + ": the trash does not know them as they are."});
    }

    /// Who was merged is gone, and leads to a record that is there.
    void check_merged() {
        auto rows = session_.query("SELECT record_id, survivor_id FROM record_merge");
        std::vector<std::pair<RecordId, RecordId>> merged;
        while (rows->next()) merged.emplace_back(RecordId(rows->integer(0)), RecordId(rows->integer(1)));
        rows.reset();
        auto exists = [&](RecordId id, const std::string& condition) {
            const metadata::Object* object = catalogue_->find(id);
            return object && session_.value("SELECT 1 FROM " + quoted(object->name) + " WHERE id = ?1" + condition, {id.number()}).has_value();
        };
        std::int64_t wrong = std::count_if(merged.begin(), merged.end(), [&](const auto& one) { return exists(one.first, " AND deleted_at IS NULL") || !exists(one.second, ""); });
        if (wrong > 0) findings_.push_back({"", "", "wrong_merge", wrong, std::to_string(wrong) + " records are noted as merged and are not, or lead nowhere."});
    }

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

    /// All parents' sums by one question, as they are computed when a record changes.
    void check_roll_up(const metadata::Object& object, const metadata::Field& field) {
        auto system = security::Actor::system("check");
        const Value of_none = sum_of_none(field);
        std::unordered_map<std::int64_t, Value> sums;
        query::for_each_row(session_, security::compile(sums_by_parent(field), {system, catalogue_}, session_.dialect()),
                            [&](const std::vector<Cell>& cells) { if (cells[0].is_integer()) sums.emplace(cells[0].integer(), cells[1].value()); });
        std::int64_t wrong = 0;
        auto rows = session_.query("SELECT id, " + quoted(field.name) + " FROM " + quoted(object.name) + " WHERE deleted_at IS NULL");
        while (rows->next()) {
            auto sum = sums.find(rows->integer(0));
            if (!(rows->value(1) == (sum == sums.end() ? of_none : sum->second))) ++wrong;
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
    service.database().read([&](storage::Session& session) {
        Checker checker(session, catalogue, findings);
        checker.check_indexes();
        checker.check_history();
    }, {patience});
    return findings;
}

}  // namespace rapport::records
