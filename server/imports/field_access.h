#pragma once

#include <string_view>

#include "base/result.h"
#include "metadata/object.h"
#include "security/actor.h"

namespace rapport::imports {

/// Whether an import by this actor may set the field; `id` counts, since it names the record.
bool may_import(const metadata::Object& object, const metadata::Field& field, const security::Actor& actor);

/// The field, or the reference whose relation is spelled so. Problems: "unknown_field", "read_only", "field_forbidden".
Result<const metadata::Field*> find_writable_field(const metadata::Object& object, std::string_view spelling, const security::Actor& actor);

/// A field by which records can be found: stored, not a reference, and seen by the actor.
/// Problems: "unknown_field", "invalid_match".
Result<const metadata::Field*> find_match_field(const metadata::Object& object, std::string_view spelling, const security::Actor& actor);

}  // namespace rapport::imports
