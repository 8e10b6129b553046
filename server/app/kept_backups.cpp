#include "app/kept_backups.h"

#include <algorithm>

#include "app/secrets.h"
#include "base/failure.h"
#include "files/copying.h"
#include "storage/blobs/folder_store.h"

namespace rapport::app {
namespace {

namespace fs = std::filesystem;

/// 2026-11-22T06-41-59Z: sorts by time, and is a name on every disk.
std::string name_of(DateTime moment) {
    constexpr std::size_t seconds = 19;
    std::string name = moment.text().substr(0, seconds) + "Z";
    std::replace(name.begin(), name.end(), ':', '-');
    return name;
}

/// After the rows: nothing that they name is removed before a week has passed (files/unused.h).
void copy_contents(storage::Database& database, const fs::path& data, const fs::path& backup, const backups::Progress& progress) {
    if (!files::has_contents(database)) return;
    load_secrets(data);
    const files::Files files(database, data / "files");
    storage::blobs::FolderStore target(backup / "files");
    files::copy_contents(database, *files.store(), target, backup / "incoming", [&] { progress("files"); });
}

}  // namespace

std::vector<KeptBackup> kept_backups(const fs::path& folder) {
    std::vector<KeptBackup> out;
    auto add = [&](const fs::path& one) {
        if (one.extension() != ".unfinished" && fs::exists(one / backups::manifest_name)) out.push_back({one, backups::read_manifest(one)});
    };
    add(folder);
    if (out.empty() && fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder)) add(entry.path());
    std::sort(out.begin(), out.end(), [](const KeptBackup& a, const KeptBackup& b) { return a.manifest.made_at > b.manifest.made_at; });
    return out;
}

KeptBackup choose_backup(const fs::path& folder, std::optional<DateTime> at) {
    auto kept = kept_backups(folder);
    for (KeptBackup& one : kept)
        if (!at || one.manifest.made_at <= *at) return std::move(one);
    if (kept.empty()) throw Failure(FailureKind::NotFound, "no_backup", "There is no backup in " + folder.string() + ".");
    throw Failure(FailureKind::NotFound, "no_backup",
                  "No backup in " + folder.string() + " is from " + at->text() + " or before: the oldest one is from " + kept.back().manifest.made_at.text() + ".");
}

KeptBackup back_up(storage::Database& database, const BackUp& wanted, const backups::Progress& progress) {
    const fs::path place = wanted.target / name_of(DateTime::now());
    backups::Manifest facts;
    facts.version = RAPPORT_VERSION;
    facts.key_fingerprint = key_fingerprint(read_key(wanted.data));
    auto manifest = backups::make(database, place, std::move(facts), progress);
    if (wanted.contents == Contents::Along) copy_contents(database, wanted.data, place, progress);
    if (wanted.key == Key::Beside) write_key(place, read_key(wanted.data));
    return {place, std::move(manifest)};
}

void keep_newest(const fs::path& folder, std::size_t count) {
    const auto kept = kept_backups(folder);
    for (std::size_t i = count; i < kept.size(); ++i) fs::remove_all(kept[i].folder);
}

}  // namespace rapport::app
