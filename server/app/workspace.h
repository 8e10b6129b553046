#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "files/files.h"
#include "identity/identity.h"
#include "jobs/queue.h"
#include "metadata/registry.h"
#include "onboarding/setup_code.h"
#include "records/service.h"
#include "security/directory.h"
#include "storage/database.h"
#include "storage/migrations.h"

namespace rapport::app {

/// Where a company's data is.
struct Location {
    std::filesystem::path folder = "data";  // database (SQLite), files, secrets
    std::string database_url;               // postgresql://…; empty for SQLite in the folder
};

/// An open workspace: everything between the database and the doors, wired.
class Workspace {
public:
    enum class Opening { Existing, New };
    /// Whether a backup is made before the schema is brought up to this program, in `folder`/backups.
    enum class Upgrade { WithBackup, WithoutBackup };
    /// Whether records that are not in the index of search yet, or not by the fields of now, are indexed before it is open, and
    /// sums that were declared anew are summed up.
    enum class Indexing { AtOnce, Later };

    /// Opens, migrates, and brings the tables up. Existing: throws Failure(NotFound, "no_workspace") when there is none;
    /// New: throws Failure(Conflict, "workspace_exists") when there is one.
    Workspace(const Location& location, Opening opening, Upgrade upgrade = Upgrade::WithBackup, Indexing indexing = Indexing::AtOnce);
    /// On a database that is open already, whatever it holds; secrets are in `folder`.
    Workspace(std::unique_ptr<storage::Database> database, const std::filesystem::path& folder, Upgrade upgrade = Upgrade::WithBackup, Indexing indexing = Indexing::AtOnce);

    storage::Database& database() { return *database_; }
    metadata::Registry& registry() { return *registry_; }
    security::Directory& directory() { return *directory_; }
    records::Service& records() { return *records_; }
    identity::Identity& identity() { return *identity_; }
    files::Files& files() { return *files_; }
    /// Knows all kinds of jobs; who serves has them done.
    jobs::Queue& jobs() { return *jobs_; }

    /// For whoever makes the first administrator in the browser.
    onboarding::SetupCode& setup_code() { return setup_code_; }
    /// Where backups are kept that the server makes.
    const std::filesystem::path& backups() const { return backups_; }

    /// In whose name a command works: the person of that e-mail address, or the first administrator.
    security::Actor actor(const std::string& email) const;

    /// Follows what other processes changed. Cheap when nothing did.
    void refresh();

private:
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<metadata::Registry> registry_;
    std::unique_ptr<security::Directory> directory_;
    std::unique_ptr<records::Service> records_;
    std::unique_ptr<identity::Identity> identity_;
    std::unique_ptr<files::Files> files_;
    std::unique_ptr<jobs::Queue> jobs_;
    onboarding::SetupCode setup_code_;
    std::filesystem::path backups_;
};

/// Throws Failure(NotFound, "no_workspace") when the folder has none; touches nothing. A database server is asked when it is opened.
void require_workspace(const Location& location);

/// Brings a database up to this program; answers how many migrations ran.
int migrate(storage::Database& database);

std::unique_ptr<storage::Database> open_database(const Location& location);
/// As it is, without bringing it up. Throws Failure(NotFound, "no_workspace").
std::unique_ptr<storage::Database> open_existing_database(const Location& location);

/// All there are, in order.
std::span<const storage::Migration> migrations();

}  // namespace rapport::app
