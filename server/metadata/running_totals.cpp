#include "metadata/running_totals.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "metadata/schema.h"

namespace rapport::metadata::totals {
namespace {

constexpr std::int64_t no_number = -(std::int64_t{1} << 62);  // no date, and no id

std::string list(const std::vector<std::string>& columns, std::string_view pattern = "{}") {
    std::string out;
    for (const std::string& column : columns) out += (out.empty() ? "" : ", ") + fmt::format(fmt::runtime(pattern), quoted(column));
    return out;
}

/// SELECT of the columns from the records themselves.
std::string counted_records(const Object& object, const Totals& totals) {
    std::string groups, summed;
    for (const std::string& name : totals.by)
        groups += fmt::format("{}COALESCE({}, {})", groups.empty() ? "" : ", ", quoted(name), nothing_sql(object.field(name)));
    for (const std::string& name : totals.of)
        summed += fmt::format(", COUNT({0}), COALESCE(SUM({0} >> {1}), 0), COALESCE(SUM({0} & {2}), 0)", quoted(name), half_bits, low_half);
    return fmt::format("SELECT {0}, COUNT(*){1} FROM {2} WHERE deleted_at IS NULL GROUP BY {0}", groups, summed, quoted(object.name));
}

std::string kept_totals(const Object& object, const Totals& totals) {
    return fmt::format("SELECT {0}, {1} FROM {2} GROUP BY {0} HAVING SUM(records) <> 0", list(totals.by), list(sums(totals), "SUM({})"), quoted(table(object, totals)));
}

void fill(storage::Session& session, const Object& object, const Totals& totals) {
    std::string columns = list(totals.by) + ", " + list(sums(totals));
    session.execute("INSERT INTO " + quoted(table(object, totals)) + " (" + columns + ") " + counted_records(object, totals));
}

void create(storage::Session& session, const Object& object, const Totals& totals) {
    std::string name = quoted(table(object, totals));
    std::string columns, key = list(totals.by);
    for (const std::string& one : totals.by) columns += quoted(one) + " " + session.dialect().column_type(object.field(one).value_type().column()) + " NOT NULL, ";
    columns += list(sums(totals), "{} BIGINT NOT NULL");
    // Several writers would wait for each other at the row of a stage: each adds to its own.
    if (std::string slot = session.dialect().write_slot(); !slot.empty()) {
        columns += ", slot BIGINT NOT NULL DEFAULT (" + slot + ")";
        key += ", slot";
    }
    session.execute_script(fmt::format("DROP TABLE IF EXISTS {0}; CREATE TABLE {0} ({1}, PRIMARY KEY ({2}))", name, columns, key));
}

}  // namespace

Value nothing(const Field& field) { return field.value_type().column() == storage::ColumnType::Integer ? Value(no_number) : Value(""); }
std::string nothing_sql(const Field& field) { return field.value_type().column() == storage::ColumnType::Integer ? std::to_string(no_number) : "''"; }

std::string table(const Object& object, const Totals& totals) { return "totals_of_" + object.name + "_by_" + totals.name; }

const Object* object_of(const Catalogue& catalogue, std::string_view name) {
    for (const Object& object : catalogue.objects())
        for (const Totals& totals : object.totals)
            if (table(object, totals) == name) return &object;
    return nullptr;
}

std::string count_of(std::string_view field) { return std::string(field) + "_count"; }
std::string high_half_of(std::string_view field) { return std::string(field) + "_high"; }
std::string low_half_of(std::string_view field) { return std::string(field) + "_low"; }

std::vector<std::string> sums(const Totals& totals) {
    std::vector<std::string> out{"records"};
    for (const std::string& name : totals.of) out.insert(out.end(), {count_of(name), high_half_of(name), low_half_of(name)});
    return out;
}

void bring_up(storage::Session& session, const Object& object) {
    for (const Totals& one : object.totals) {
        std::set<std::string> there = columns_of(session, table(object, one));
        there.erase("slot");
        auto summed = sums(one);
        std::set<std::string> wanted(one.by.begin(), one.by.end());
        wanted.insert(summed.begin(), summed.end());
        if (there == wanted) continue;
        create(session, object, one);
        fill(session, object, one);
    }
}

void rebuild(storage::Session& session, const Object& object) {
    for (const Totals& one : object.totals) {
        session.execute("DELETE FROM " + quoted(table(object, one)));
        fill(session, object, one);
    }
}

std::int64_t count_wrong(storage::Session& session, const Object& object, const Totals& totals) {
    std::string counted = counted_records(object, totals), kept = kept_totals(object, totals);
    auto difference = [&](const std::string& one, const std::string& other) {
        return session.value("SELECT COUNT(*) FROM (SELECT * FROM (" + one + ") a EXCEPT SELECT * FROM (" + other + ") b) c")->integer();
    };
    return std::max(difference(counted, kept), difference(kept, counted));
}

}  // namespace rapport::metadata::totals
