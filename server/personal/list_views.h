#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/record_id.h"
#include "metadata/catalogue.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::personal {

/// A list view that somebody made. Public ones stand in the catalogue instead.
struct ListView {
    std::int64_t id = 0;
    std::string object;
    RecordId owner;
    RecordId team;        // whose members see it, too; none: it is private
    bool locked = false;  // nobody saves over it or deletes it
    Json shown;           // label, kind, columns, filter, sort, group_by, as a declared one has them
};

/// Who asks, with the teams that they belong to.
struct Asker {
    const security::Actor& actor;
    std::set<std::int64_t> teams;
};

/// All that the asker sees of what people made: their own, and those of their teams.
std::vector<ListView> list_views(storage::Session& session, const Asker& asker);

/// Each takes what is to be set: object, team_id, locked, and the members of a declared list view.
/// Throws Failure(Invalid, "validation_failed") with everything that is wrong, Failure(NotFound, "not_found") for what the
/// asker may not see, Failure(Forbidden, "view_of_somebody_else") and Failure(Conflict, "view_locked").
/// How many there are of the object, of whomever, that show something of this kind.
std::int64_t count_list_views(storage::Session& session, const metadata::Object& object, const std::function<bool(const Json& shown)>& is_meant);

ListView add_list_view(storage::Session& session, const Asker& asker, const metadata::CataloguePointer& catalogue, const Json& settings);
ListView change_list_view(storage::Session& session, const Asker& asker, const metadata::CataloguePointer& catalogue, std::int64_t id, const Json& settings);
void remove_list_view(storage::Session& session, const Asker& asker, std::int64_t id);

/// The names of an object's views in the order in which a person wants them, by object; the first opens by itself.
/// Those of people go by their number. What is not named stands behind, in the order of the catalogue.
std::map<std::string, std::vector<std::string>> list_view_orders(storage::Session& session, RecordId user);
void set_list_view_order(storage::Session& session, RecordId user, const metadata::Object& object, const Json& names);

void create_list_view_tables(storage::Session& session);

}  // namespace rapport::personal
