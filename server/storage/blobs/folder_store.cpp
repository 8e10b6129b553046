#include "storage/blobs/folder_store.h"

#include "base/failure.h"
#include "base/log.h"

namespace rapport::storage::blobs {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void not_kept(const fs::path& place, const std::error_code& error) {
    Failure failure = unwritable_file("file", place, error.value());
    log::error("{}", failure.what());
    throw Failure(failure.kind(), failure.code(), "The server cannot keep files, so nothing was saved. Its log says why.");
}

}  // namespace

fs::path FolderStore::path_of(const Address& address) const { return folder_ / address.text().substr(0, 2) / address.text(); }

void FolderStore::keep(Incoming& incoming) {
    const fs::path place = path_of(incoming.address());
    std::error_code error;
    bool is_new = fs::create_directories(place.parent_path(), error);
    // In place of an equal one, which may be damaged.
    if (!error) fs::rename(incoming.path(), place, error);
    if (error) not_kept(place, error);
    sync_folder(place.parent_path());
    sync_folder(folder_);
    if (is_new) sync_folder(folder_.parent_path());
}

Content FolderStore::open(const Address& address) const {
    auto content = Content::open(path_of(address), address);
    if (!content) content_is_missing(address);
    return *std::move(content);
}

bool FolderStore::share(const FolderStore& other, const Address& address) {
    const fs::path place = path_of(address);
    std::error_code error;
    fs::create_directories(place.parent_path(), error);
    if (!error) fs::create_hard_link(other.path_of(address), place, error);
    if (error) return false;
    sync_folder(place.parent_path());
    return true;
}

void FolderStore::remove(const Address& address) {
    std::error_code error;
    fs::remove(path_of(address), error);
    if (error) throw unwritable_file("file", path_of(address), error.value());
}

void FolderStore::for_each(const std::function<void(const Address&)>& visit) const {
    if (!fs::exists(folder_)) return;
    for (const auto& part : fs::directory_iterator(folder_)) {
        constexpr std::size_t digits = 2;
        if (!part.is_directory() || part.path().filename().string().size() != digits) continue;
        for (const auto& entry : fs::directory_iterator(part.path()))
            if (auto address = Address::parse(entry.path().filename().string())) visit(*address);
    }
}

}  // namespace rapport::storage::blobs
