#pragma once

#include <string>

#include "api/route.h"
#include "base/json_writer.h"
#include "metadata/catalogue.h"

namespace rapport::api {

// The parts of the OpenAPI document that say what bodies look like; each writes members into the object that `out` stands in.

/// "opportunity_line" is "OpportunityLine".
std::string schema_name(const metadata::Object& object);

void write_security_schemes(JsonWriter& out);
/// A schema for each object as it is read, one for it as it is written, and those of errors and pages.
void write_schemas(JsonWriter& out, const metadata::Catalogue& catalogue);
void write_responses(JsonWriter& out);
void write_query_parameters(JsonWriter& out, const Route& route);
/// A form with a file.
void write_form_body(JsonWriter& out);
/// Of an operation that takes an object of `schema`, or what it describes itself; anything when neither is known.
void write_request_body(JsonWriter& out, const Route& route, const std::string& schema);
void write_operation_responses(JsonWriter& out, const Route& route, const std::string& schema);

}  // namespace rapport::api
