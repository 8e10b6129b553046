#include "documents/temporary_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>

#include "base/failure.h"

namespace rapport::documents {
namespace {

Failure no_file(std::string_view what) {
    return Failure(FailureKind::Unavailable, "no_temporary_file",
                   "The server " + std::string(what) + " (" + std::strerror(errno) + "). Its folder for temporary files needs room; then try again.");
}

}  // namespace

TemporaryFile::TemporaryFile() {
    std::string path = std::filesystem::temp_directory_path() / "rapport-XXXXXX";
    file_ = ::mkostemp(path.data(), O_CLOEXEC);
    if (file_ < 0) throw no_file("cannot make a temporary file");
    ::unlink(path.c_str());
}

TemporaryFile::~TemporaryFile() {
    if (map_) ::munmap(map_, size_);
    ::close(file_);
}

void TemporaryFile::append(std::string_view bytes) {
    ensure(!map_, "a temporary file that is read is not written");
    while (!bytes.empty()) {
        ssize_t count = ::write(file_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw no_file("cannot write its temporary file");
        bytes.remove_prefix(static_cast<std::size_t>(count));
        size_ += static_cast<std::uint64_t>(count);
    }
}

void TemporaryFile::append_all(ByteSource& source, std::uint64_t most_bytes) {
    std::string buffer(std::size_t{64} << 10, '\0');
    while (std::size_t count = source(buffer.data(), buffer.size())) {
        if (size_ + count > most_bytes)
            throw Failure(FailureKind::TooLarge, "file_too_large", "Such a file may have at most " + std::to_string(most_bytes >> 20) + " MB. Split it, or save it as CSV.");
        append(std::string_view(buffer).substr(0, count));
    }
}

std::string_view TemporaryFile::bytes() {
    if (size_ == 0) return {};
    if (!map_) {
        void* map = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
        if (map == MAP_FAILED) throw no_file("cannot read its temporary file");
        map_ = map;
    }
    return {static_cast<const char*>(map_), size_};
}

ByteSource TemporaryFile::open() {
    return [rest = bytes()](char* buffer, std::size_t capacity) mutable {
        std::size_t count = rest.copy(buffer, capacity);
        rest.remove_prefix(count);
        return count;
    };
}

}  // namespace rapport::documents
