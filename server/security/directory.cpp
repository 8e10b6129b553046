#include "security/directory.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "security/computed_fields.h"

namespace rapport::security {
namespace {

struct PermissionSet {
    bool for_everyone = false;
    bool views_all = false;
    bool modifies_all = false;
    bool may_import = false;
    bool may_export = false;
    std::map<std::string, ObjectRights, std::less<>> objects;  // "*" stands for those not named
    struct FieldRights {
        bool read;
        bool edit;
    };
    std::map<std::string, std::map<std::string, FieldRights, std::less<>>, std::less<>> fields;
};

bool truth(const storage::Cursor& row, int column) { return !row.is_null(column) && row.integer(column) != 0; }
std::int64_t reference(const storage::Cursor& row, int column) { return row.is_null(column) ? 0 : row.integer(column); }
std::string string(const storage::Cursor& row, int column) { return row.is_null(column) ? std::string() : std::string(row.text(column)); }

std::int64_t stored_version(storage::Session& session) { return session.value("SELECT version FROM directory_version")->integer(); }

/// Like PermissionSet::objects.find(), with the wildcard.
const ObjectRights* rights_to(const PermissionSet& set, std::string_view object) {
    auto found = set.objects.find(object);
    if (found == set.objects.end()) found = set.objects.find("*");
    return found == set.objects.end() ? nullptr : &found->second;
}

}  // namespace

struct Directory::Snapshot {
    std::int64_t version = 0;
    int fiscal_year_start_month = 1;
    std::map<std::int64_t, Person> people;
    std::map<std::string, std::int64_t, std::less<>> by_email;
    std::map<std::int64_t, std::int64_t> parent_of_role;
    std::map<std::int64_t, PermissionSet> sets;
    std::multimap<std::int64_t, std::int64_t> sets_of_user;
    std::multimap<std::int64_t, std::int64_t> sets_of_role;
    mutable std::mutex mutex;
    struct KeptRights {
        metadata::CataloguePointer catalogue;  // that they were made for: which fields tell what is hidden
        std::shared_ptr<const Rights> rights;
    };
    mutable std::map<std::int64_t, KeptRights> kept_rights;

    void load(storage::Session& session);
    bool is_below(std::int64_t role, std::int64_t above) const;
    std::string visible_owners(const Person& person) const;
    std::vector<const PermissionSet*> sets_for(const Person& person) const;
    std::shared_ptr<Rights> make_rights(const Person& person, const metadata::CataloguePointer& catalogue) const;
};

const std::set<std::string>& Directory::objects() {
    static const std::set<std::string> names{"organization", "user", "role", "permission_set", "object_permission", "field_permission", "permission_set_assignment"};
    return names;
}

void Directory::Snapshot::load(storage::Session& session) {
    version = stored_version(session);
    auto each = [&](std::string_view sql, const auto& visit) {
        auto rows = session.query(sql);
        while (rows->next()) visit(*rows);
    };
    each("SELECT fiscal_year_start_month FROM organization WHERE deleted_at IS NULL ORDER BY id DESC",
         [&](const storage::Cursor& row) { fiscal_year_start_month = static_cast<int>(std::clamp<std::int64_t>(reference(row, 0), 1, 12)); });
    each(R"(SELECT id, name, email, active, administrator, role_id, time_zone FROM "user" WHERE deleted_at IS NULL)", [&](const storage::Cursor& row) {
        Person person{RecordId(row.integer(0)), string(row, 1), string(row, 2), truth(row, 3), truth(row, 4), reference(row, 5), string(row, 6)};
        by_email.emplace(text::lower(person.email), person.id.number());
        people.emplace(person.id.number(), std::move(person));
    });
    each(R"(SELECT id, parent_id FROM "role" WHERE deleted_at IS NULL)", [&](const storage::Cursor& row) { parent_of_role.emplace(row.integer(0), reference(row, 1)); });
    each("SELECT id, for_everyone, view_all_records, modify_all_records, may_import, may_export FROM permission_set WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        PermissionSet& set = sets[row.integer(0)];
        set.for_everyone = truth(row, 1);
        set.views_all = truth(row, 2);
        set.modifies_all = truth(row, 3);
        set.may_import = truth(row, 4);
        set.may_export = truth(row, 5);
    });
    each("SELECT permission_set_id, object, can_create, can_read, can_update, can_delete, view_all, modify_all FROM object_permission WHERE deleted_at IS NULL",
         [&](const storage::Cursor& row) {
             auto set = sets.find(reference(row, 0));
             if (set == sets.end()) return;
             set->second.objects[string(row, 1)] |= ObjectRights{truth(row, 2), truth(row, 3), truth(row, 4), truth(row, 5), truth(row, 6), truth(row, 7)};
         });
    each("SELECT permission_set_id, object, field, can_read, can_update FROM field_permission WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        auto set = sets.find(reference(row, 0));
        if (set != sets.end()) set->second.fields[string(row, 1)].insert_or_assign(string(row, 2), PermissionSet::FieldRights{truth(row, 3), truth(row, 4)});
    });
    each("SELECT permission_set_id, user_id, role_id FROM permission_set_assignment WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        if (reference(row, 1)) sets_of_user.emplace(reference(row, 1), reference(row, 0));
        if (reference(row, 2)) sets_of_role.emplace(reference(row, 2), reference(row, 0));
    });
}

bool Directory::Snapshot::is_below(std::int64_t role, std::int64_t above) const {
    // A hierarchy that was broken into a circle must not hang the server.
    for (std::size_t steps = 0; role && steps <= parent_of_role.size(); ++steps) {
        auto parent = parent_of_role.find(role);
        if (parent == parent_of_role.end()) return false;
        if (parent->second == above) return true;
        role = parent->second;
    }
    return false;
}

std::string Directory::Snapshot::visible_owners(const Person& person) const {
    std::map<std::int64_t, bool> below;  // by role
    std::string json = "[" + std::to_string(person.id.number());
    for (const auto& [id, other] : people) {
        if (!person.role || !other.role || other.id == person.id) continue;
        auto [place, added] = below.try_emplace(other.role, false);
        if (added) place->second = is_below(other.role, person.role);
        if (place->second) json += "," + std::to_string(id);
    }
    return json + "]";
}

std::vector<const PermissionSet*> Directory::Snapshot::sets_for(const Person& person) const {
    std::set<std::int64_t> ids;
    for (const auto& [id, set] : sets)
        if (set.for_everyone) ids.insert(id);
    auto add = [&](const std::multimap<std::int64_t, std::int64_t>& assigned, std::int64_t key) {
        auto [first, last] = assigned.equal_range(key);
        for (auto place = first; place != last; ++place) ids.insert(place->second);
    };
    add(sets_of_user, person.id.number());
    if (person.role) add(sets_of_role, person.role);
    std::vector<const PermissionSet*> out;
    for (std::int64_t id : ids)
        if (auto found = sets.find(id); found != sets.end()) out.push_back(&found->second);
    return out;
}

std::shared_ptr<Rights> Directory::Snapshot::make_rights(const Person& person, const metadata::CataloguePointer& catalogue) const {
    auto rights = std::make_shared<Rights>();
    rights->administrator_ = person.administrator;
    rights->visible_owners_ = std::make_shared<const std::string>(visible_owners(person));
    auto mine = sets_for(person);
    std::set<std::string> named;
    std::set<std::pair<std::string, std::string>> named_fields;
    for (const PermissionSet* set : mine) {
        rights->views_all_ |= set->views_all;
        rights->modifies_all_ |= set->modifies_all;
        rights->may_import_ |= set->may_import;
        rights->may_export_ |= set->may_export;
        if (auto found = set->objects.find("*"); found != set->objects.end()) rights->other_objects_ |= found->second;
        for (const auto& [object, allowed] : set->objects) named.insert(object);
        for (const auto& [object, fields] : set->fields)
            for (const auto& [field, allowed] : fields) named_fields.emplace(object, field);
    }
    for (const std::string& object : named) {
        ObjectRights& sum = rights->objects_[object];
        for (const PermissionSet* set : mine)
            if (const ObjectRights* allowed = rights_to(*set, object)) sum |= *allowed;
    }
    // A field is open when any set that opens its object does not close it.
    for (const auto& [object, field] : named_fields) {
        Rights::FieldRights sum{false, false};
        for (const PermissionSet* set : mine) {
            const ObjectRights* allowed = rights_to(*set, object);
            if (!allowed || !allowed->read) continue;
            auto fields = set->fields.find(object);
            bool closed_or_not = fields != set->fields.end() && fields->second.contains(field);
            PermissionSet::FieldRights said = closed_or_not ? fields->second.find(field)->second : PermissionSet::FieldRights{true, allowed->update};
            sum.read |= said.read;
            sum.edit |= said.edit;
        }
        rights->fields_[object][field] = sum;
    }
    // What is computed from a field that is hidden now may be an input of another: until there are no more.
    for (auto telling = telling_fields(catalogue, *rights); !telling.empty(); telling = telling_fields(catalogue, *rights))
        for (const auto& [object, field] : telling) rights->fields_[object->name][field->name] = {false, false};
    return rights;
}

Directory::Directory(storage::Database& database, const metadata::Registry& registry) : database_(database), registry_(registry) { load(); }

Directory::~Directory() = default;

void Directory::load() {
    auto next = database_.read([](storage::Session& session) {
        auto made = std::make_shared<Snapshot>();
        made->load(session);
        return made;
    });
    std::lock_guard lock(mutex_);
    if (!snapshot_ || snapshot_->version <= next->version) snapshot_ = std::move(next);
}

void Directory::refresh() {
    std::int64_t version = database_.read([](storage::Session& session) { return stored_version(session); });
    if (version != snapshot()->version) load();
}

void create_tables(storage::Session& session) {
    session.execute_script("CREATE TABLE directory_version (version BIGINT NOT NULL); INSERT INTO directory_version VALUES (1)");
}

void note_change(storage::Session& session) { session.execute("UPDATE directory_version SET version = version + 1"); }

std::shared_ptr<const Directory::Snapshot> Directory::snapshot() const {
    std::lock_guard lock(mutex_);
    return snapshot_;
}

Actor Directory::actor(RecordId user) const {
    auto now = snapshot();
    auto found = now->people.find(user.number());
    if (found == now->people.end() || !found->second.active)
        throw Failure(FailureKind::Unauthenticated, "unknown_user", "This user does not exist any more, or was switched off. Ask an administrator.");
    const Person& person = found->second;
    auto zone = TimeZone::find(person.time_zone.empty() ? "UTC" : person.time_zone);
    auto catalogue = registry_.current();
    std::shared_ptr<const Rights> rights;
    {
        std::lock_guard lock(now->mutex);
        auto& kept = now->kept_rights[user.number()];
        if (kept.catalogue != catalogue) kept = {catalogue, now->make_rights(person, catalogue)};
        rights = kept.rights;
    }
    return Actor(person.id, person.name, std::move(rights), zone ? *zone : TimeZone::utc(), now->fiscal_year_start_month);
}

std::optional<Directory::Person> Directory::find(std::string_view email) const {
    auto now = snapshot();
    auto found = now->by_email.find(text::lower(text::trim(email)));
    if (found == now->by_email.end()) return std::nullopt;
    return now->people.at(found->second);
}

std::vector<Directory::Person> Directory::people() const {
    auto now = snapshot();
    std::vector<Person> out;
    for (const auto& [id, person] : now->people) out.push_back(person);
    return out;
}

std::optional<Directory::Person> Directory::first_administrator() const {
    auto now = snapshot();
    for (const auto& [id, person] : now->people)
        if (person.active && person.administrator) return person;
    return std::nullopt;
}

}  // namespace rapport::security
