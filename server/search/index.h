#pragma once

#include <functional>

#include "metadata/object.h"
#include "search/terms.h"
#include "storage/database.h"

namespace rapport::search {

/// True for a field by whose content records are found.
bool is_searched(const metadata::Object& object, const metadata::Field& field);
/// True for those, and for the owner.
bool is_indexed(const metadata::Object& object, const metadata::Field& field);

using ValueOf = std::function<Value(const metadata::Field&)>;
Terms terms_of(const metadata::Object& object, const ValueOf& value_of);

/// Indexes a record, in the transaction that writes it.
void put(storage::Session& session, const metadata::Object& object, RecordId id, const ValueOf& value_of);
void remove(storage::Session& session, RecordId id);

}  // namespace rapport::search
