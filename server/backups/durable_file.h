#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rapport::backups {

/// A new file for the owner alone that is on the disk when finish() returns. Every call throws
/// Failure(Unavailable, "unwritable_file") naming the file and the reason.
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

}  // namespace rapport::backups
