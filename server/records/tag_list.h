#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/record_id.h"
#include "metadata/object.h"
#include "storage/database.h"

namespace rapport::records {

struct OfferedTag {
    RecordId id;
    std::string name;
    std::string tint;  // empty: it has no colour
};

struct TagRequest {
    const metadata::Object* object = nullptr;  // whose records count; null: of all objects
    std::string beginning;                     // of a word in the name; empty: all
    std::int64_t limit = 0;
    std::int64_t count_to = 0;  // more records need not be told apart
};

/// Tags, those on most records first.
std::vector<OfferedTag> most_used_tags(storage::Session& session, const TagRequest& request);

struct TagUse {
    OfferedTag tag;
    std::map<std::int64_t, std::int64_t> by_object;  // by its number: how many records have it, in the trash or not
    std::int64_t records = 0;                        // of all objects
};

/// The same, each with how many have it; goes through all that have tags.
std::vector<TagUse> tags_with_use(storage::Session& session, std::string_view beginning, std::size_t limit);

}  // namespace rapport::records
