#pragma once

#include <string>
#include <vector>

#include "matching/profile.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::search {

/// A record that is likely the same as another, as far as the asker may see both.
struct LikelyDuplicate {
    const metadata::Object* object = nullptr;
    RecordId id;
    std::string name;
    int score = 0;
    std::vector<std::string> reasons;
    std::string field;  // the first of those that say it most
};

/// {"id", "object", "name", "score", "reasons"}.
void write(JsonWriter& out, const LikelyDuplicate& one);

/// What somebody who may see these fields only knows of a record.
matching::Profile visible_profile(const security::Asking& asking, const metadata::Object& object, const matching::ValueOf& value_of);

/// The record as the asker may see it, for each of those among `ids` that they may see.
struct KnownRecord {
    RecordId id;
    std::string name;
    matching::Profile profile;
};
std::vector<KnownRecord> known_records(storage::Session& session, const security::Asking& asking, const metadata::Object& object, const std::vector<std::int64_t>& ids);

struct LikelyRequest {
    const metadata::Object& object;            // by whose rules
    const matching::Profile& profile;
    std::vector<const metadata::Object*> among;  // where to look
    RecordId except = {};                      // the record itself
    std::size_t limit = 10;
};
/// The likeliest first.
std::vector<LikelyDuplicate> find_duplicates(storage::Session& session, const security::Asking& asking, const LikelyRequest& request);

}  // namespace rapport::search
