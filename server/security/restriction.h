#pragma once

#include "query/query.h"
#include "security/actor.h"

namespace rapport::security {

/// What the actor wants to do with the rows that a query finds.
enum class Access { Read, Edit, Delete };

/// The only way to a query that may be compiled: adds, for every object the question reads, the rows this actor may see.
/// Throws Failure(Forbidden, "object_forbidden") for an object that the actor may not read at all.
query::Restricted restrict_to(const Actor& actor, query::Bound bound, Access access = Access::Read,
                              query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

/// For query::bind: the fields that this actor may know of.
query::FieldVisible visible_to(const Actor& actor);

/// True for a field that names the record on which those of `object` hang: who may change that one may change these.
bool is_parent(const metadata::Object& object, const metadata::Field& field);

/// The rows of an object that the actor has this access to.
query::Predicate visible_rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access);

}  // namespace rapport::security
