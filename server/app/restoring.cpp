#include "app/restoring.h"

#include "app/checking.h"
#include "app/secrets.h"
#include "files/copying.h"
#include "files/place.h"
#include "storage/blobs/folder_store.h"

namespace rapport::app {
namespace {

namespace fs = std::filesystem;

void check_key(const backups::Kept& backup, const std::string& key) {
    if (key_fingerprint(key) == backup.manifest.key_fingerprint) return;
    throw Failure(FailureKind::Invalid, "wrong_key", "That is not the key of the encrypted fields in " + backup.folder.string() + ". It stood in secrets/key of the workspace that was backed up.");
}

/// SQLite: everything is made in a folder beside, which gets its name at the end.
fs::path unfinished(const Location& location) { return location.database_url.empty() ? fs::path(location.folder.string() + ".unfinished") : location.folder; }

/// The new workspace keeps its files itself: it must not remove what the other one has in a bucket.
void restore_contents(storage::Database& database, const backups::Kept& backup, const fs::path& folder, const backups::Progress& progress) {
    if (!files::has_contents(database)) return;
    database.write([](storage::Session& session) { files::write_place(session, {}); });
    const storage::blobs::FolderStore from(backup.folder / "files");
    storage::blobs::FolderStore to(folder / "files");
    files::copy_contents(database, from, to, folder / "files" / "incoming", [&] { progress("files"); });
}

/// Opened once, so that what this program does with an older workspace is done, and known to work.
void bring_up(const Location& location, const std::function<void(Workspace&)>& finish) {
    Workspace workspace(location, Workspace::Opening::Existing, Workspace::Upgrade::WithoutBackup);
    workspace.registry().wait_for_indexes();
    if (finish) finish(workspace);
}

}  // namespace

std::string key_of(const backups::Kept& backup, const fs::path& file) {
    if (!file.empty()) return read_key_file(file);
    if (fs::exists(backup.folder / "secrets" / "key")) return read_key(backup.folder);
    throw Failure(FailureKind::NotFound, "key_missing",
                  "The backup in " + backup.folder.string() + " has no key for its encrypted fields. Give the one that stood in secrets/key of the workspace with --key FILE.");
}

void restore(const backups::Kept& backup, const Location& location, const std::string& key, const backups::Progress& progress, Contents contents, const std::function<void(Workspace&)>& finish) {
    check_key(backup, key);
    Location place = location;
    place.folder = unfinished(location);
    if (location.database_url.empty()) {
        if (fs::exists(location.folder) && !fs::is_empty(location.folder))
            throw Failure(FailureKind::Conflict, "workspace_exists", "There is something in " + location.folder.string() + " already. Choose another --data.");
        fs::remove_all(place.folder);
    }
    fs::create_directories(place.folder);
    {
        auto database = open_database(place);
        if (storage::schema_version(*database) != 0) throw Failure(FailureKind::Conflict, "workspace_exists", "There is a workspace already in that database. Choose another --database.");
        backups::load(*database, backup.folder, backup.manifest, migrations(), progress);
        if (contents == Contents::Along) restore_contents(*database, backup, place.folder, progress);
    }
    write_key(place.folder, key);
    bring_up(place, finish);
    if (place.folder == location.folder) return;
    fs::remove(location.folder);  // empty, if it is there
    fs::rename(place.folder, location.folder);
}

std::vector<records::Finding> verify(const backups::Kept& backup, const std::string& key, const backups::Progress& progress) {
    const Location place{backup.folder.string() + ".verified", ""};
    fs::remove_all(place.folder);
    std::vector<records::Finding> findings;
    try {
        restore(backup, place, key, progress);
        Workspace workspace(place, Workspace::Opening::Existing);
        findings = check(workspace, progress);
    } catch (...) {
        fs::remove_all(place.folder);
        fs::remove_all(unfinished(place));
        throw;
    }
    fs::remove_all(place.folder);
    return findings;
}

}  // namespace rapport::app
