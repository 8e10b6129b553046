#pragma once

#include <sqlite3.h>

namespace rapport::storage {

/// A disk for SQLite that works until it is told not to. There is one at a time, and every file is on it.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// From now on a file cannot grow beyond so many bytes.
    void fill_up_at(sqlite3_int64 bytes);
    /// From now on waiting for the disk fails.
    void break_syncing();
    void mend();

private:
    sqlite3_vfs* before_;
    sqlite3_vfs vfs_;
};

}  // namespace rapport::storage
