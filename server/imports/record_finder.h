#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/record_id.h"
#include "metadata/catalogue.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::imports {

/// With whose eyes and in which transaction records are looked for.
struct Lookup {
    const metadata::CataloguePointer& catalogue;
    const security::Actor& actor;
    storage::Session& session;
};

struct FoundRecord {
    RecordId id;
    std::string name;
};

/// Which records are wanted: those of `object` whose `field` has one of some texts, and that meet `filter` (null for none).
struct Wanted {
    const metadata::Object& object;
    const metadata::Field& field;
    const Json& filter;
};

/// Live records that the actor may see, by the text that was asked for; two at most for each, so that more than one shows.
/// Texts that the field cannot hold are found nowhere. One query for all texts.
std::unordered_map<std::string, std::vector<FoundRecord>> find_records(const Lookup& lookup, const Wanted& wanted,
                                                                       const std::vector<std::string>& texts);

}  // namespace rapport::imports
