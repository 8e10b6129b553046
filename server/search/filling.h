#pragma once

#include <stop_token>

#include "metadata/registry.h"
#include "storage/database.h"

namespace rapport::search {

/// Makes the tables; one of the migrations.
void create_tables(storage::Session& session);
/// Makes them anew, for an index that knew other terms; fill() follows when the catalogue is known. One of the migrations.
void replace_tables(storage::Session& session);

/// Makes the table of the keys by which duplicates are found, anew; fill() follows. One of the migrations.
void create_duplicate_keys(storage::Session& session);

/// Makes the tables of PostgreSQL anew, whose index marks blocks of records (docs/decisions/0105); fill() follows. One of the migrations.
void replace_postgres_tables(storage::Session& session);

/// Indexes the records of all objects that are not indexed, or by other fields than the catalogue says now. Works in blocks,
/// beside people who write, and goes on where it was stopped or interrupted. Cheap when there is nothing to do.
void fill(storage::Database& database, const metadata::Registry& registry, const std::stop_token& stop = {});
/// Indexes everything anew.
void rebuild(storage::Database& database, const metadata::Registry& registry);

/// Lets all records of an object be indexed anew, after values were changed in the database itself.
void forget_filling(storage::Session& session, const metadata::Object& object);

/// Whether all records of the object are indexed by the fields that the catalogue says now.
bool is_filled(storage::Session& session, const metadata::Object& object);

/// How many records of the object are not found by the words or among the duplicates that they have, or by what they have no more.
std::int64_t count_stale(storage::Session& session, const metadata::Object& object);

}  // namespace rapport::search
