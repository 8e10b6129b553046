#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents::zip {

/// Reads files out of a ZIP archive, each as it is unpacked. An archive is hostile until read: what it says about sizes is
/// checked or not believed.
class Reader {
public:
    /// The archive outlives this. Throws Failure(Invalid, "malformed_archive") when it has no directory, or one of more than a megabyte.
    explicit Reader(std::string_view archive);

    struct File {
        ByteSource bytes;
        std::uint64_t size = 0;  // as the archive says; 0 when it does not
    };
    /// A file by its whole name, without regard to case; none when there is no such file. Its bytes end with Failure(TooLarge, "archive_too_large") when more than `most_bytes` come, and with
    /// Failure(Invalid, "malformed_archive") when they cannot be unpacked.
    std::optional<File> open(std::string_view name, std::uint64_t most_bytes) const;

private:
    std::string_view archive_;
};

}  // namespace rapport::documents::zip
