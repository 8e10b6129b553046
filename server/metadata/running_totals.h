#pragma once

#include <string>
#include <vector>

#include "metadata/catalogue.h"
#include "storage/database.h"

/// Running totals of an object as a table: one row for each combination of values of Totals::by, and for each writer where
/// there are several at a time. What is empty has a value of its own there, so that the engines see that it is the same.
/// A sum stands in two halves, neither of which can overflow while there are fewer than 2^31 records.
namespace rapport::metadata::totals {

constexpr int half_bits = 32;
constexpr std::int64_t low_half = (std::int64_t{1} << half_bits) - 1;

/// What stands for an empty value, and the same in SQL.
Value nothing(const Field& field);
std::string nothing_sql(const Field& field);

std::string table(const Object& object, const Totals& totals);
/// The object whose totals stand in a table of that name; null when it is no such table.
const Object* object_of(const Catalogue& catalogue, std::string_view table);
std::string count_of(std::string_view field);
std::string high_half_of(std::string_view field);
std::string low_half_of(std::string_view field);
/// The columns of sums: "records", and three of each field that is summed up.
std::vector<std::string> sums(const Totals& totals);

/// Makes the tables that are missing, or have other columns than they should, and fills them.
void bring_up(storage::Session& session, const Object& object);
/// Counts and sums all records again.
void rebuild(storage::Session& session, const Object& object);
/// For how many combinations the table says something else than the records.
std::int64_t count_wrong(storage::Session& session, const Object& object, const Totals& totals);

}  // namespace rapport::metadata::totals
