#pragma once

#include <map>
#include <stop_token>
#include <vector>

#include "metadata/registry.h"
#include "query/select.h"
#include "storage/database.h"

namespace rapport::records {

/// What a roll-up field is, by parent.
query::Select sums_by_parent(const metadata::Field& field);

/// What a roll-up field is of a parent without children: no number of them is 0, no sum is blank.
Value sum_of_none(const metadata::Field& field);

/// What a roll-up field is now, for each of these parents.
std::map<std::int64_t, Value> sums_of(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Field& field, const std::vector<std::int64_t>& parents);

std::string update_sum_statement(const metadata::Object& parent, const metadata::Field& field);

/// The step of the schema that made the table of what is summed up, by which definition.
void create_sums_table(storage::Session& session);

/// Sums up the roll-ups that were declared, or declared otherwise, since their records were written, and those that sum them up
/// in turn. Works in blocks, beside people who write; begins again where it was stopped. Cheap when there is nothing to do.
void sum_up(storage::Database& database, const metadata::Registry& registry, const std::stop_token& stop = {});

}  // namespace rapport::records
