#include "security/directory.h"

#include "base/text.h"
#include "security/snapshot.h"

namespace rapport::security {

const std::set<std::string>& Directory::objects() {
    static const std::set<std::string> names{"organization", "user", "role", "permission_set", "object_permission", "field_permission", "permission_set_assignment",
                                             "action_permission", "record_type_permission", "team", "team_member", "sharing_rule", "territory", "territory_member"};
    return names;
}

Directory::Directory(storage::Database& database, const metadata::Registry& registry) : database_(database), registry_(registry) { load(); }

Directory::~Directory() = default;

void Directory::load() {
    auto next = database_.read([catalogue = registry_.current()](storage::Session& session) {
        auto made = std::make_shared<Snapshot>();
        made->load(session, *catalogue);
        return made;
    });
    std::lock_guard lock(mutex_);
    if (!snapshot_ || snapshot_->version <= next->version) snapshot_ = std::move(next);
}

void Directory::refresh() {
    std::int64_t version = database_.read([](storage::Session& session) { return Snapshot::stored_version(session); });
    if (version != snapshot()->version) load();
}

void Directory::follow(const std::set<std::string>& changed) {
    auto catalogue = registry_.current();
    bool gives = false;
    for (const std::string& name : changed) {
        if (objects().contains(name)) return load();
        const metadata::Object* object = catalogue->find(name);
        gives |= object && !object->grants.empty();
    }
    // Most of what is given concerns people who have been given something before: that is in their predicates already.
    if (gives) refresh();
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
    if (found == now->people.end() || !found->second.active || found->second.is_queue())
        throw Failure(FailureKind::Unauthenticated, "unknown_user", "This user does not exist any more, or was switched off. Ask an administrator.");
    const Person& person = found->second;
    return Actor(person.id, person.name, now->rights_of(person, registry_.current()), person.time_zone, now->fiscal_year_start_month);
}

std::optional<Directory::Person> Directory::find(std::string_view email) const {
    auto now = snapshot();
    auto found = now->by_email.find(text::lower(text::trim(email)));
    if (found == now->by_email.end()) return std::nullopt;
    return now->people.at(found->second);
}

std::optional<Directory::Person> Directory::find(RecordId user) const {
    auto now = snapshot();
    auto found = now->people.find(user.number());
    return found == now->people.end() ? std::nullopt : std::optional(found->second);
}

std::set<std::int64_t> Directory::teams_of(RecordId user) const { return snapshot()->groups.teams_of(user.number()); }

std::set<std::int64_t> Directory::members_of(RecordId team) const { return snapshot()->groups.members_of(team.number()); }

bool Directory::is_role(RecordId id) const { return snapshot()->groups.is_role(id.number()); }

std::vector<RecordId> Directory::roles_of(RecordId user) const {
    std::vector<RecordId> out;
    for (std::int64_t role : snapshot()->groups.roles_of(user.number())) out.emplace_back(role);
    return out;
}

std::vector<Directory::Person> Directory::people() const {
    auto now = snapshot();
    std::vector<Person> out;
    for (const auto& [id, person] : now->people)
        if (!person.is_queue()) out.push_back(person);
    return out;
}

std::optional<Directory::Person> Directory::first_administrator() const {
    auto now = snapshot();
    for (const auto& [id, person] : now->people)
        if (person.active && person.administrator) return person;
    return std::nullopt;
}

}  // namespace rapport::security
