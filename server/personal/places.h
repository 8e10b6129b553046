#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::personal {

/// What somebody put a star on, in their own order: "record/ID" or "view/OBJECT/NAME". Whether they may still see it is
/// asked when it is read.
std::vector<std::string> favourites(storage::Session& session, RecordId user);
/// Adds a favourite, or moves it; without a position, one that is new goes to the end.
/// Throws Failure(Invalid) for what is no place, Failure(TooLarge, "too_many_favourites").
void put_favourite(storage::Session& session, RecordId user, std::string_view place, std::optional<std::size_t> position);
void remove_favourite(storage::Session& session, RecordId user, std::string_view place);

/// The records that somebody opened last, the latest first.
std::vector<RecordId> recent_records(storage::Session& session, RecordId user);
void note_opened(storage::Session& session, RecordId user, RecordId record);

void create_place_tables(storage::Session& session);

}  // namespace rapport::personal
