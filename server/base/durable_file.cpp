#include "base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace rapport {
namespace {

constexpr std::size_t buffer_size = 1 << 20;

}  // namespace

Failure unwritable_file(std::string_view what, const std::filesystem::path& path, int error) {
    const bool full = error == ENOSPC || error == EDQUOT;
    const std::string why = full ? "the disk is full, so nothing was saved. Make room on it and try again." : std::generic_category().message(error) + ".";
    return Failure(FailureKind::Unavailable, full ? "disk_full" : "unwritable_file", "The " + std::string(what) + " " + path.string() + " cannot be written: " + why);
}

DurableFile::DurableFile(std::filesystem::path path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0) fail(errno);
}

DurableFile::~DurableFile() {
    if (file_ >= 0) ::close(file_);
}

void DurableFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= buffer_size) flush();
}

void DurableFile::finish() {
    flush();
    if (::fsync(file_) != 0) fail(errno);
}

void DurableFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(file_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void DurableFile::fail(int error) const { throw unwritable_file("file", path_, error); }

void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!done) throw unwritable_file("folder", folder, error);
}

}  // namespace rapport
