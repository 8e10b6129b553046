#include <algorithm>

#include "metadata/running_totals.h"
#include "records/pipeline.h"

namespace rapport::records {
namespace {

namespace totals = metadata::totals;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

/// What follows the values of an insert, so that it adds to the row that is there.
std::string adding(const std::string& table, const metadata::Totals& kept, const storage::Dialect& dialect) {
    std::string out;
    for (const std::string& column : totals::sums(kept)) out += (out.empty() ? "" : ", ") + column + " = " + table + "." + column + " + excluded." + column;
    return " ON CONFLICT (" + joined(kept.by) + (dialect.write_slot().empty() ? "" : ", slot") + ") DO UPDATE SET " + out;
}

}  // namespace

/// What a live record counts for: `sign` is 1 when it comes, -1 when it goes.
void Pipeline::note_total(const metadata::Totals& kept, const Record& record, int sign) {
    TotalChange one{&record.object(), &kept, {}, {sign}};
    for (const std::string& name : kept.by) one.group.push_back(record[name].is_null() ? totals::nothing(record.object().field(name)) : record[name]);
    for (const std::string& name : kept.of) {
        const Value& value = record[name];
        std::int64_t number = value.is_integer() ? value.integer() : 0;
        for (std::int64_t part : {std::int64_t{value.is_integer()}, number >> totals::half_bits, number & totals::low_half}) one.sums.push_back(sign * part);
    }
    totals_.push_back(std::move(one));
}

void Pipeline::note_totals(const Change& change, const std::vector<const metadata::Field*>& changed) {
    for (const metadata::Totals& kept : change.object.totals) {
        auto counts = [&](const std::vector<std::string>& names) {
            return std::any_of(changed.begin(), changed.end(), [&](const metadata::Field* field) { return std::find(names.begin(), names.end(), field->name) != names.end(); });
        };
        bool update = change.kind == Operation::Kind::Update;
        if (update && !counts(kept.by) && !counts(kept.of)) continue;
        if (update || change.kind == Operation::Kind::Delete) note_total(kept, *change.before, -1);
        if (change.kind != Operation::Kind::Delete) note_total(kept, change.after, 1);
    }
}

/// Each row of totals once, and in the same order by everybody: whoever waits for a row holds none that the other wants.
void Pipeline::write_totals() {
    std::map<std::pair<std::string, std::vector<Value>>, TotalChange> rows;
    for (TotalChange& one : totals_) {
        auto [place, is_new] = rows.try_emplace({totals::table(*one.object, *one.totals), one.group}, one);
        if (is_new) continue;
        for (std::size_t i = 0; i < one.sums.size(); ++i) place->second.sums[i] += one.sums[i];
    }
    totals_.clear();
    std::map<std::string, std::vector<std::vector<Value>>> by_table;
    std::map<std::string, const metadata::Totals*> kept;
    for (const auto& [key, one] : rows) {
        if (std::all_of(one.sums.begin(), one.sums.end(), [](std::int64_t sum) { return sum == 0; })) continue;
        std::vector<Value> values = one.group;
        values.insert(values.end(), one.sums.begin(), one.sums.end());
        by_table[key.first].push_back(std::move(values));
        kept[key.first] = one.totals;
    }
    for (const auto& [table, changes] : by_table) {
        std::string columns = joined(kept[table]->by) + ", " + joined(totals::sums(*kept[table]));
        session_.insert_rows(table, columns, changes, adding(table, *kept[table], session_.dialect()));
    }
}

}  // namespace rapport::records
