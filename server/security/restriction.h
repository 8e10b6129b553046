#pragma once

#include "query/query.h"
#include "security/actor.h"
#include "security/grounds.h"

namespace rapport::security {

/// The only way to a query that may be compiled: adds, for every object the question reads, the rows this actor may see.
/// Throws Failure(Forbidden, "object_forbidden") for an object that the actor may not read at all.
query::Restricted restrict_to(const Actor& actor, query::Bound bound, Access access = Access::Read,
                              query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

/// For query::bind: the fields that this actor may know of.
query::FieldVisible visible_to(const Actor& actor);

/// A live record of `object` whose `reference` names `record` and which is among these rows.
RecordId first_referring(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, const metadata::Field& reference,
                         RecordId record, query::Predicate rows);
/// Whether a record, in the trash or not, is among these rows of its object: for telling why somebody may see it.
bool is_among(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, RecordId record, query::Predicate rows);

}  // namespace rapport::security
