#pragma once

#include <cstdint>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents {

/// Bytes on disk that nobody else sees and that are gone with this: for what has to be read out of order, or twice.
class TemporaryFile {
public:
    TemporaryFile();
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// Throws Failure(Unavailable, "no_temporary_file") when the disk takes no more.
    void append(std::string_view bytes);
    /// Appends all of it. Throws Failure(TooLarge, "file_too_large") beyond so many bytes.
    void append_all(ByteSource& source, std::uint64_t most_bytes);
    std::uint64_t size() const { return size_; }

    /// All bytes, read from disk as they are looked at; the file takes no more afterwards.
    std::string_view bytes();
    /// From the beginning, independent of other sources. The file outlives it.
    ByteSource open();

private:
    int file_ = -1;
    std::uint64_t size_ = 0;
    void* map_ = nullptr;
};

}  // namespace rapport::documents
