#include "storage/sqlite/faulty_disk_test.h"

#include <atomic>
#include <limits>
#include <map>
#include <mutex>

namespace rapport::storage {
namespace {

constexpr sqlite3_int64 unlimited = std::numeric_limits<sqlite3_int64>::max();
std::atomic<sqlite3_int64> most_bytes = unlimited;
std::atomic<bool> syncs = true;

sqlite3_vfs* beneath = nullptr;

/// The methods of one kind of file with ours in their place, and as they were.
struct Methods : sqlite3_io_methods {
    const sqlite3_io_methods* real;
};

const sqlite3_io_methods& real_methods(sqlite3_file* file) { return *static_cast<const Methods*>(file->pMethods)->real; }

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    if (offset + count > most_bytes) return SQLITE_FULL;
    return real_methods(file).xWrite(file, bytes, count, offset);
}

int sync(sqlite3_file* file, int flags) { return syncs ? real_methods(file).xSync(file, flags) : SQLITE_IOERR_FSYNC; }

const Methods* faulty(const sqlite3_io_methods* real) {
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods*, Methods> kinds;
    const std::lock_guard lock(mutex);
    const auto [kind, is_new] = kinds.try_emplace(real);
    if (is_new) {
        static_cast<sqlite3_io_methods&>(kind->second) = *real;
        kind->second.xWrite = write;
        kind->second.xSync = sync;
        kind->second.real = real;
    }
    return &kind->second;
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
    const int code = beneath->xOpen(beneath, name, file, flags, out_flags);
    if (code == SQLITE_OK && file->pMethods) file->pMethods = faulty(file->pMethods);
    return code;
}

}  // namespace

FaultyDisk::FaultyDisk() : before_(sqlite3_vfs_find(nullptr)), vfs_(*before_) {
    beneath = before_;
    vfs_.zName = "faulty";
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
    mend();
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(before_, 1);
}

void FaultyDisk::fill_up_at(sqlite3_int64 bytes) { most_bytes = bytes; }
void FaultyDisk::break_syncing() { syncs = false; }

void FaultyDisk::mend() {
    most_bytes = unlimited;
    syncs = true;
}

}  // namespace rapport::storage
