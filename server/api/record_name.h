#pragma once

#include <optional>
#include <string>

#include "api/call.h"
#include "base/json_writer.h"

namespace rapport::api {

/// What a record is called, in the trash or not; none when the caller may not see it.
std::optional<std::string> name_of_record(Call& call, storage::Session& session, RecordId id);

/// {"object": "account", "id": "…", "name": "Acme"}, or null when the caller may not see the record.
void write_named_record(JsonWriter& out, Call& call, storage::Session& session, RecordId id);

/// {"id": "…", "name": "Ada"} of whoever did something; the id is null for the system.
void write_person(JsonWriter& out, RecordId user, std::string_view name);

}  // namespace rapport::api
