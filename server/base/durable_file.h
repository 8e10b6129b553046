#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/failure.h"

namespace rapport {

/// Why the file or folder (`what`) cannot be written, by errno: Failure(Unavailable, "disk_full" | "unwritable_file").
Failure unwritable_file(std::string_view what, const std::filesystem::path& path, int error);

/// A new file for the owner alone that is on the disk when finish() returns. Every call throws unwritable_file().
class DurableFile {
public:
    explicit DurableFile(std::filesystem::path path);
    ~DurableFile();
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;

    void write(std::string_view bytes);
    void finish();

private:
    [[noreturn]] void fail(int error) const;
    void flush();

    std::filesystem::path path_;
    std::string buffer_;
    int file_ = -1;
};

/// Brings to the disk that files were made in the folder, or renamed.
void sync_folder(const std::filesystem::path& folder);

}  // namespace rapport
