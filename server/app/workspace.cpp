#include "app/workspace.h"

#include <array>
#include <set>

#include "api/idempotency.h"
#include "api/change_jobs.h"
#include "api/tag_job.h"
#include "api/type_change_job.h"
#include "app/backup_job.h"
#include "app/house_keeping.h"
#include "app/back_up.h"
#include "app/secrets.h"
#include "base/log.h"
#include "duplicates/finding.h"
#include "duplicates/pairs.h"
#include "imports/import_job.h"
#include "live/presence.h"
#include "modules/declarations.h"
#include "modules/install.h"
#include "notifications/inbox.h"
#include "query/formula.h"
#include "personal/list_views.h"
#include "personal/places.h"
#include "query/view_problems.h"
#include "records/outbox.h"
#include "records/sums.h"
#include "records/tags.h"
#include "search/filling.h"
#include "security/role_problems.h"
#include "storage/migrations.h"
#include "storage/postgres/postgres_database.h"
#include "storage/sqlite/sqlite_database.h"

namespace rapport::app {
namespace {

/// Numbers are for ever: a step that was released is never changed, only followed by another.
const std::array all_migrations{
    storage::Migration{1, "metadata", metadata::create_tables},
    storage::Migration{2, "records", records::create_tables},
    storage::Migration{3, "security", security::create_tables},
    storage::Migration{4, "identity", identity::create_tables},
    storage::Migration{5, "imports", imports::create_tables},
    storage::Migration{6, "search", search::replace_tables},
    storage::Migration{7, "search_numbers", search::replace_tables},
    storage::Migration{8, "outbox_order", records::order_outbox},
    storage::Migration{9, "presence", live::create_tables},
    storage::Migration{10, "jobs", jobs::create_tables},
    storage::Migration{11, "import_files", imports::create_file_table},
    storage::Migration{12, "idempotency", api::create_idempotency_table},
    storage::Migration{13, "change_sets", records::add_change_sets},
    storage::Migration{14, "change_sets_of_imports", imports::add_change_sets},
    storage::Migration{15, "files", files::create_tables},
    storage::Migration{16, "duplicate_keys", records::add_duplicate_keys},
    storage::Migration{17, "duplicate_pairs", duplicates::create_tables},
    storage::Migration{18, "summed_roll_ups", records::create_sums_table},
    storage::Migration{19, "search_blocks", search::replace_postgres_tables},
    storage::Migration{20, "list_views", personal::create_list_view_tables},
    storage::Migration{21, "favourites", personal::create_place_tables},
    storage::Migration{22, "outbox_change_sets", records::add_change_sets_to_outbox},
    storage::Migration{23, "notifications", notifications::create_tables},
    storage::Migration{24, "reminders", [](storage::Session& session) {
        notifications::create_due_table(session);
        records::drop_leases_of_change_sets(session);
    }},
    storage::Migration{25, "passkeys", identity::create_passkey_tables},
    storage::Migration{26, "shown_pipelines", personal::create_pipeline_table},
    storage::Migration{27, "tags", records::create_tag_table},
    storage::Migration{28, "object_arrangements", personal::create_arrangement_table},
    storage::Migration{29, "proofs_of_sessions", identity::add_proofs_to_sessions},
};

}  // namespace

std::unique_ptr<storage::Database> open_database(const Location& location) {
    if (!location.database_url.empty()) return storage::open_postgres({.url = location.database_url});
    return storage::open_sqlite(location.folder);
}

int migrate(storage::Database& database) { return storage::migrate(database, all_migrations); }

std::span<const storage::Migration> migrations() { return all_migrations; }

namespace {

std::string place_of(const Location& location) { return location.database_url.empty() ? location.folder.string() : std::string("that database"); }

Failure no_workspace(const Location& location) {
    return Failure(FailureKind::NotFound, "no_workspace",
                   "There is no workspace in " + place_of(location) + ". Make one with: rapport init --data " + location.folder.string() + " --admin-email you@example.com --admin-password-stdin");
}

bool has_file(const Location& location) { return std::filesystem::exists(location.folder / "rapport.db"); }

/// The database of a workspace that has to be there, or must not be there yet.
std::unique_ptr<storage::Database> open_checked(const Location& location, Workspace::Opening opening) {
    auto taken = [&] { return Failure(FailureKind::Conflict, "workspace_exists", "There is a workspace already in " + place_of(location) + ". Choose another --data."); };
    bool existing = opening == Workspace::Opening::Existing;
    if (existing) require_workspace(location);
    else if (location.database_url.empty() && has_file(location)) throw taken();
    auto database = open_database(location);
    bool empty = storage::schema_version(*database) == 0;
    if (existing && empty) throw no_workspace(location);
    if (!existing && !empty) throw taken();
    return database;
}

void back_up_before_upgrade(storage::Database& database, const std::filesystem::path& folder) {
    const int seen = storage::schema_version(database);
    const int known = all_migrations.back().number;
    if (seen == 0 || seen >= known) return;
    log::information("The schema is brought from number {} to {}; a backup is made first.", seen, known);
    const auto backup = back_up(database, {folder, folder / "backups"}, [](const std::string&) {});
    log::information("To go back, install the earlier version and run: rapport restore {} --key {} --data NEW_FOLDER", backup.folder.string(), (folder / "secrets" / "key").string());
}

}  // namespace

std::unique_ptr<storage::Database> open_existing_database(const Location& location) { return open_checked(location, Workspace::Opening::Existing); }

void require_workspace(const Location& location) {
    if (location.database_url.empty() && !has_file(location)) throw no_workspace(location);
}

Workspace::Workspace(const Location& location, Opening opening, Upgrade upgrade, Indexing indexing) : Workspace(open_checked(location, opening), location.folder, upgrade, indexing) {}

Workspace::Workspace(std::unique_ptr<storage::Database> database, const std::filesystem::path& folder, Upgrade upgrade, Indexing indexing) : database_(std::move(database)) {
    load_secrets(folder);
    if (upgrade == Upgrade::WithBackup) back_up_before_upgrade(*database_, folder);
    migrate(*database_);
    // Asked when something is changed: by then there is the directory, which reads by the catalogue.
    auto roles = [this](const metadata::Catalogue& catalogue) { return security::role_problems(catalogue, *directory_); };
    registry_ = std::make_unique<metadata::Registry>(*database_, modules::declarations(), std::vector<metadata::Check>{query::formula_problems, query::view_problems, roles});
    records::take_over_tag_assignments(*database_, *registry_->current());
    directory_ = std::make_unique<security::Directory>(*database_, *registry_);
    records_ = std::make_unique<records::Service>(*database_, *registry_);
    modules::install(*records_);
    if (indexing == Indexing::AtOnce) {
        search::fill(*database_, *registry_);
        records::sum_up(*database_, *registry_);
    }
    identity_ = std::make_unique<identity::Identity>(*database_);
    files_ = std::make_unique<files::Files>(*database_, folder / "files");
    jobs_ = std::make_unique<jobs::Queue>(*database_);
    jobs_->on_end(notifications::tell_of_job);
    duplicates::add_kind(*jobs_, *database_, *registry_);
    imports::add_import_kind(*jobs_, *records_, *directory_);
    api::add_change_kinds(*jobs_, *records_, *directory_);
    api::add_type_change_kind(*jobs_, *records_);
    api::add_tag_kind(*jobs_, *records_, *directory_);
    add_house_keeping(*jobs_, *records_, *identity_, *files_);
    backups_ = folder / "backups";
    add_backup_kind(*jobs_, *database_, folder, backups_);
    records_->add_hook("organization", std::make_unique<BackupSchedule>());
    keep_backup_schedule(*jobs_, *database_);
    records_->on_commit([this](const std::set<std::string>& objects) {
        directory_->follow(objects);
        if (objects.contains("organization")) keep_backup_schedule(*jobs_, *database_);
    });
}

security::Actor Workspace::actor(const std::string& email) const {
    auto person = email.empty() ? directory_->first_administrator() : directory_->find(email);
    if (!person) throw Failure(FailureKind::NotFound, "unknown_user", email.empty() ? "There is no active administrator in this workspace." : "There is no user with the address " + email + ".");
    return directory_->actor(person->id);
}

void Workspace::refresh() {
    registry_->refresh();
    directory_->refresh();
}

}  // namespace rapport::app
