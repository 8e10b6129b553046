#pragma once

#include <functional>

#include "metadata/registry.h"
#include "storage/database.h"

namespace rapport::search {

/// Makes the tables; one of the migrations.
void create_tables(storage::Session& session);
/// Makes them anew, for an index that knew other terms; fill() follows when the catalogue is known. One of the migrations.
void replace_tables(storage::Session& session);
/// Indexes all records again after replace_tables(), in blocks; goes on where it was interrupted. Does nothing otherwise.
void fill(storage::Database& database, const metadata::Registry& registry);

/// True for a field by whose content records are found.
bool is_searched(const metadata::Object& object, const metadata::Field& field);

/// Indexes a record, in the transaction that writes it.
void put(storage::Session& session, const metadata::Object& object, RecordId id, const std::function<Value(const metadata::Field&)>& value_of);
void remove(storage::Session& session, RecordId id);

}  // namespace rapport::search
