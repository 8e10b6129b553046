#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/durable_file.h"
#include "base/sha256.h"
#include "storage/blobs/address.h"

namespace rapport::storage::blobs {

/// A content on its way in: a file of its own beside the others, removed with this unless a store has taken it.
/// Throws Failure(Unavailable, "disk_full" | "unwritable_file").
class Incoming {
public:
    /// Makes the folder, too, when it is not there.
    explicit Incoming(const std::filesystem::path& folder);
    ~Incoming();
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;

    void write(std::string_view bytes);
    std::int64_t size() const { return size_; }
    /// After the last byte: brings all of them to the disk and tells their address.
    const Address& finish();

    /// Once it is finished.
    const Address& address() const;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    DurableFile file_;
    Sha256 hash_;
    std::int64_t size_ = 0;
    std::optional<Address> address_;
};

}  // namespace rapport::storage::blobs
