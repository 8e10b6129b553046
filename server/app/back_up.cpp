#include "app/back_up.h"

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
    const auto all = backups::kept(backup.parent_path());
    const auto before = std::find_if(all.begin(), all.end(), [&](const backups::Kept& one) { return one.folder != backup; });
    if (before != all.end()) files::share_contents(database, storage::blobs::FolderStore(before->folder / "files"), target);
    files::copy_contents(database, *files.store(), target, backup / "incoming", [&] { progress("files"); });
}

}  // namespace

backups::Kept back_up(storage::Database& database, const BackUp& wanted, const backups::Progress& progress) {
    const fs::path place = wanted.target / name_of(DateTime::now());
    backups::Manifest facts;
    facts.version = RAPPORT_VERSION;
    facts.key_fingerprint = key_fingerprint(read_key(wanted.data));
    auto manifest = backups::make(database, place, std::move(facts), progress);
    if (wanted.contents == Contents::Along) copy_contents(database, wanted.data, place, progress);
    if (wanted.key == Key::Beside) write_key(place, read_key(wanted.data));
    return {place, std::move(manifest), {}};
}

}  // namespace rapport::app
