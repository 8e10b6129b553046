#include "security/snapshot.h"

#include <algorithm>

#include "base/text.h"
#include "metadata/schema.h"
#include "security/rights_maker.h"

namespace rapport::security {
namespace {

bool truth(const storage::Cursor& row, int column) { return !row.is_null(column) && row.integer(column) != 0; }
std::int64_t reference(const storage::Cursor& row, int column) { return row.is_null(column) ? 0 : row.integer(column); }
std::string string(const storage::Cursor& row, int column) { return row.is_null(column) ? std::string() : std::string(row.text(column)); }

template <class Visit>
void each(storage::Session& session, std::string_view sql, const Visit& visit) {
    auto rows = session.query(sql);
    while (rows->next()) visit(*rows);
}

}  // namespace

std::int64_t Directory::Snapshot::stored_version(storage::Session& session) { return session.value("SELECT version FROM directory_version")->integer(); }

void Directory::Snapshot::load(storage::Session& session, const metadata::Catalogue& catalogue) {
    version = stored_version(session);
    each(session, "SELECT fiscal_year_start_month FROM organization WHERE deleted_at IS NULL ORDER BY id DESC",
         [&](const storage::Cursor& row) { fiscal_year_start_month = static_cast<int>(std::clamp<std::int64_t>(reference(row, 0), 1, 12)); });
    load_people(session);
    groups.load(session);
    load_sets(session);
    load_rules(session);
    load_grantees(session, catalogue);
}

void Directory::Snapshot::load_people(storage::Session& session) {
    // Looking one up takes as long as reading a record, and many people share one.
    std::map<std::string, TimeZone> zones;
    auto zone_of = [&](const std::string& name) {
        auto known = zones.find(name);
        if (known != zones.end()) return known->second;
        auto found = TimeZone::find(name.empty() ? "UTC" : name);
        return zones.emplace(name, found ? *found : TimeZone::utc()).first->second;
    };
    each(session, R"(SELECT id, name, email, active, administrator, role_id, time_zone, kind, team_id FROM "user" WHERE deleted_at IS NULL)", [&](const storage::Cursor& row) {
        Person person{RecordId(row.integer(0)), string(row, 1), string(row, 2), truth(row, 3), truth(row, 4), reference(row, 5), zone_of(string(row, 6))};
        if (string(row, 7) == "queue") {
            person.queue_of = reference(row, 8);
            groups.add_queue(person.id.number(), person.queue_of);
        } else {
            by_email.emplace(text::lower(person.email), person.id.number());
            groups.add_person(person.id.number(), person.role);
        }
        people.emplace(person.id.number(), std::move(person));
    });
}

/// Rules that somebody wrote before the object went are kept, and open nothing.
void Directory::Snapshot::load_rules(storage::Session& session) {
    each(session,
         "SELECT id, name, object, access, criterion, owner_in_id, owner_roles_below, shared_with_id, with_roles_below FROM sharing_rule WHERE deleted_at IS NULL AND active = 1 ORDER BY id",
         [&](const storage::Cursor& row) {
             auto rule = std::make_shared<SharingRule>();
             rule->id = RecordId(row.integer(0));
             rule->name = string(row, 1);
             rule->object = string(row, 2);
             rule->writable = string(row, 3) == "write";
             if (!row.is_null(4)) rule->criterion = Json::parse(row.text(4));
             rule->owners = groups.owners_of(reference(row, 5), truth(row, 6));
             rule->people = groups.people_of(reference(row, 7), truth(row, 8));
             rules.push_back(std::move(rule));
         });
}

/// Leaps from one grantee to the next in the index: there are few of them, and they may have been given millions of records.
void Directory::Snapshot::load_grantees(storage::Session& session, const metadata::Catalogue& catalogue) {
    for (const metadata::Object& object : catalogue.objects()) {
        for (const metadata::Grant& grant : object.grants) {
            for (const std::string& to : grant.to) {
                auto [known, is_new] = known_grantees.try_emplace({object.name, to});
                if (!is_new) continue;
                std::string next = "SELECT MIN(" + metadata::quoted(to) + ") FROM " + metadata::quoted(object.name) + " WHERE deleted_at IS NULL AND " + metadata::quoted(to) + " > ?1";
                std::int64_t last = 0;
                for (auto found = session.value(next, {last}); found && found->is_integer(); found = session.value(next, {last})) {
                    last = found->integer();
                    known->second.insert(last);
                }
            }
        }
    }
}

void Directory::Snapshot::load_sets(storage::Session& session) {
    std::map<std::int64_t, std::shared_ptr<PermissionSet>> made;
    auto set_of = [&](const storage::Cursor& row) {
        auto found = made.find(reference(row, 0));
        return found == made.end() ? nullptr : found->second.get();
    };
    each(session, "SELECT id, name, for_everyone, view_all_records, modify_all_records, may_import, may_export FROM permission_set WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        auto set = std::make_shared<PermissionSet>();
        set->id = RecordId(row.integer(0));
        set->name = string(row, 1);
        set->for_everyone = truth(row, 2);
        set->views_all = truth(row, 3);
        set->modifies_all = truth(row, 4);
        set->may_import = truth(row, 5);
        set->may_export = truth(row, 6);
        made.emplace(row.integer(0), std::move(set));
    });
    each(session, "SELECT permission_set_id, object, can_create, can_read, can_update, can_delete, view_all, modify_all FROM object_permission WHERE deleted_at IS NULL",
         [&](const storage::Cursor& row) {
             if (PermissionSet* set = set_of(row)) set->objects[string(row, 1)] |= ObjectRights{truth(row, 2), truth(row, 3), truth(row, 4), truth(row, 5), truth(row, 6), truth(row, 7)};
         });
    each(session, "SELECT permission_set_id, object, field, can_read, can_update FROM field_permission WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        if (PermissionSet* set = set_of(row)) set->fields[string(row, 1)].insert_or_assign(string(row, 2), PermissionSet::FieldRights{truth(row, 3), truth(row, 4)});
    });
    each(session, "SELECT permission_set_id, object, action, can_run FROM action_permission WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        if (PermissionSet* set = set_of(row)) set->actions.insert_or_assign({string(row, 1), string(row, 2)}, truth(row, 3));
    });
    each(session, "SELECT permission_set_id, object, value, can_use FROM record_type_permission WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        if (PermissionSet* set = set_of(row)) set->record_types.insert_or_assign({string(row, 1), string(row, 2)}, truth(row, 3));
    });
    each(session, "SELECT permission_set_id, user_id, role_id FROM permission_set_assignment WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        if (reference(row, 1)) sets_of_user.emplace(reference(row, 1), reference(row, 0));
        if (reference(row, 2)) sets_of_role.emplace(reference(row, 2), reference(row, 0));
    });
    sets.insert(made.begin(), made.end());
}

std::vector<std::shared_ptr<const PermissionSet>> Directory::Snapshot::sets_for(const Person& person) const {
    std::set<std::int64_t> ids;
    for (const auto& [id, set] : sets)
        if (set->for_everyone) ids.insert(id);
    auto add = [&](const std::multimap<std::int64_t, std::int64_t>& assigned, std::int64_t key) {
        auto [first, last] = assigned.equal_range(key);
        for (auto place = first; place != last; ++place) ids.insert(place->second);
    };
    add(sets_of_user, person.id.number());
    if (person.role) add(sets_of_role, person.role);
    std::vector<std::shared_ptr<const PermissionSet>> out;
    for (std::int64_t id : ids)
        if (auto found = sets.find(id); found != sets.end()) out.push_back(found->second);
    return out;
}

std::shared_ptr<const Rights> Directory::Snapshot::rights_of(const Person& person, const metadata::CataloguePointer& catalogue) const {
    std::lock_guard lock(mutex_);
    auto& kept = kept_rights_[person.id.number()];
    if (kept.catalogue != catalogue) kept = {catalogue, RightsMaker(*this, person, catalogue).make()};
    return kept.rights;
}

}  // namespace rapport::security
