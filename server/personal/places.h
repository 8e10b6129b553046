#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
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

/// The pipeline that somebody's board showed last, by object. Whether it is still there is asked when it is read.
std::map<std::string, RecordId> shown_pipelines(storage::Session& session, RecordId user);
void note_pipeline(storage::Session& session, RecordId user, std::string_view object, RecordId pipeline);

/// How somebody has arranged the objects of the navigation, by their names. Those that neither names stand where they usually do.
struct ObjectArrangement {
    std::vector<std::string> order;
    std::vector<std::string> hidden;
};
ObjectArrangement object_arrangement(storage::Session& session, RecordId user);
/// `arrangement` is {"order": [names], "hidden": [names]}. Throws Failure(Invalid).
void arrange_objects(storage::Session& session, RecordId user, const Json& arrangement);

void create_place_tables(storage::Session& session);
void create_pipeline_table(storage::Session& session);
void create_arrangement_table(storage::Session& session);

}  // namespace rapport::personal
