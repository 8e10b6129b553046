#pragma once

#include "base/json_writer.h"
#include "metadata/catalogue.h"
#include "security/actor.h"

namespace rapport::api {

/// How the API names a shape of values: "number", "date".
std::string_view shape_name(metadata::Shape shape);

/// An object as GET /metadata/objects shows it, with the fields that this person may know of.
void write_object(JsonWriter& out, const metadata::Object& object, const security::Actor& actor);

}  // namespace rapport::api
