#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "storage/blobs/address.h"

namespace rapport::storage::blobs {

/// A content to read from, every byte of which has been compared with its address.
class Content {
public:
    /// Opens the file at `path` and reads all of it. Nothing when there is no such file. Throws Failure(Unavailable,
    /// "content_damaged") when its bytes are not those of the address, or cannot be read.
    static std::optional<Content> open(const std::filesystem::path& path, const Address& address);

    /// One that comes from elsewhere: `fetch` gives its bytes to a file without name in `folder`, which is gone with this. Throws what
    /// `fetch` throws, Failure(Unavailable, "content_damaged") for bytes that are not those of the address.
    static Content fetched(const std::filesystem::path& folder, const Address& address, const std::function<void(const std::function<void(std::string_view)>& sink)>& fetch);

    Content(Content&& other) noexcept;
    Content& operator=(Content&&) = delete;
    ~Content();

    std::int64_t size() const { return size_; }
    /// The bytes from `place` on, at most as many as there is room for. Throws Failure(Unavailable, "content_damaged").
    std::size_t read(std::int64_t place, char* buffer, std::size_t capacity) const;
    /// All bytes, in pieces.
    void read_all(const std::function<void(std::string_view)>& sink) const;

private:
    explicit Content(int file) : file_(file) {}

    int file_;
    std::int64_t size_ = 0;
};

}  // namespace rapport::storage::blobs
