#include "storage/blobs/content.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "base/failure.h"
#include "base/log.h"
#include "base/sha256.h"

namespace rapport::storage::blobs {
namespace {

constexpr std::size_t piece_size = 256 << 10;

Failure damaged(const Address& address) {
    log::error("The content {} is damaged: its bytes are not those that were stored.", address.text());
    return Failure(FailureKind::Unavailable, "content_damaged",
                   "The content of this file is damaged where it is stored, and is therefore not given out. An administrator can bring it back from a backup: " + address.text() + ".");
}

Failure cannot_fetch(int error) {
    return Failure(FailureKind::Unavailable, error == ENOSPC || error == EDQUOT ? "disk_full" : "unwritable_file",
                   "The server has no room to read this file from where it is stored: " + std::generic_category().message(error) + ".");
}

}  // namespace

std::optional<Content> Content::open(const std::filesystem::path& path, const Address& address) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (file < 0) throw damaged(address);
    Content content(file);
    Sha256 hash;
    try {
        content.read_all([&](std::string_view bytes) {
            hash.add(bytes);
            content.size_ += static_cast<std::int64_t>(bytes.size());
        });
    } catch (const Failure&) {
        throw damaged(address);
    }
    if (hash.finish() != address.text()) throw damaged(address);
    return content;
}

Content Content::fetched(const std::filesystem::path& folder, const Address& address, const std::function<void(const std::function<void(std::string_view)>&)>& fetch) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::string name = (folder / "fetched-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) throw cannot_fetch(errno);
    Content content(file);
    ::unlink(name.c_str());
    Sha256 hash;
    fetch([&](std::string_view bytes) {
        hash.add(bytes);
        content.size_ += static_cast<std::int64_t>(bytes.size());
        while (!bytes.empty()) {
            const ssize_t written = ::write(file, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) throw cannot_fetch(errno);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    });
    if (hash.finish() != address.text()) throw damaged(address);
    return content;
}

Content::Content(Content&& other) noexcept : file_(std::exchange(other.file_, -1)), size_(other.size_) {}

Content::~Content() {
    if (file_ >= 0) ::close(file_);
}

std::size_t Content::read(std::int64_t place, char* buffer, std::size_t capacity) const {
    ssize_t count = -1;
    do count = ::pread(file_, buffer, capacity, place);
    while (count < 0 && errno == EINTR);
    if (count < 0) throw Failure(FailureKind::Unavailable, "content_damaged", "The content of this file cannot be read to its end.");
    return static_cast<std::size_t>(count);
}

void Content::read_all(const std::function<void(std::string_view)>& sink) const {
    std::string buffer(piece_size, '\0');
    std::int64_t place = 0;
    for (std::size_t count = 1; count > 0; place += static_cast<std::int64_t>(count)) {
        count = read(place, buffer.data(), buffer.size());
        if (count > 0) sink({buffer.data(), count});
    }
}

}  // namespace rapport::storage::blobs
