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
    std::vector<matching::Reason> reasons;
};

/// [{"likeness": "same", "as": "email", "field": "email", "message": "same e-mail address"}], the fields those of the object by
/// whose rules they were found.
void write_reasons(JsonWriter& out, const metadata::Object& object, const std::vector<matching::Reason>& reasons);
/// {"id", "object", "name", "score", "reasons"}.
void write(JsonWriter& out, const metadata::Object& object, const LikelyDuplicate& one);

/// What somebody who may see these fields only knows of a record.
matching::Profile visible_profile(const security::Asking& asking, const metadata::Object& object, const matching::ValueOf& value_of);

/// The record as the asker may see it, for each of those among `ids` that they may see.
struct KnownRecord {
    RecordId id;
    std::string name;
    matching::Profile profile;
};
std::vector<KnownRecord> known_records(storage::Session& session, const security::Asking& asking, const metadata::Object& object, const std::vector<std::int64_t>& ids);

/// Where a record of the object may be already: among its own, and where its rules say besides.
std::vector<const metadata::Object*> where_to_look(const metadata::Catalogue& catalogue, const metadata::Object& object);

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
