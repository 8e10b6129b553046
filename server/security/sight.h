#pragma once

#include <set>
#include <vector>

#include "metadata/registry.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::security {

/// What one person may see, at this moment, of records that something happened to.
class Sight {
public:
    struct Sources {
        storage::Database& database;
        metadata::Registry& registry;
        Statements& statements;
    };
    Sight(const Sources& sources, const Actor& actor) : sources_(sources), actor_(actor), catalogue_(sources.registry.current()) {}

    const metadata::CataloguePointer& catalogue() const { return catalogue_; }
    const Actor& actor() const { return actor_; }

    /// Whether the person may see this record, in the trash or not.
    bool sees(RecordId record) const;
    /// Whether they may see any of these records of one object.
    bool sees_any(const metadata::Object& object, const std::set<RecordId>& records) const;
    /// Of these fields of a record those that the person may know of.
    std::vector<std::string> visible_fields(const metadata::Object& object, const std::vector<std::string>& fields) const;

private:
    /// Whether there is nothing to ask about single records: all of them are seen, or none.
    std::optional<bool> all_or_none(const metadata::Object& object) const;

    const Sources& sources_;
    const Actor& actor_;
    metadata::CataloguePointer catalogue_;
};

}  // namespace rapport::security
