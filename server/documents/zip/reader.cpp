#include "documents/zip/reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::documents::zip {
namespace {

constexpr std::string_view end_mark = "PK\x05\x06";
constexpr std::size_t end_bytes = 22;
constexpr std::size_t longest_comment = 0xffff;
/// Each entry of a directory takes memory when it is read: this is room for some ten thousand.
constexpr std::uint64_t most_directory_bytes = 1 << 20;

struct Free {
    void operator()(archive* one) const { archive_read_free(one); }
};

Failure malformed(std::string_view why) { return Failure(FailureKind::Invalid, "malformed_archive", "The file is damaged: " + std::string(why) + ". Save it anew, or save it as CSV."); }

std::uint64_t number_at(std::string_view bytes, std::size_t place) {
    std::uint64_t out = 0;
    for (std::size_t i = 4; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[place + i]);
    return out;
}

void check_directory(std::string_view archive) {
    std::string_view tail = archive.substr(archive.size() - std::min(archive.size(), end_bytes + longest_comment));
    std::size_t end = tail.rfind(end_mark);
    if (end == std::string_view::npos || tail.size() - end < end_bytes) throw malformed("its end is missing");
    std::uint64_t size = number_at(tail, end + 12);
    std::uint64_t begin = number_at(tail, end + 16);
    std::uint64_t end_place = archive.size() - tail.size() + end;
    if (begin > end_place || size > end_place - begin) throw malformed("its directory is not where it should be");
    if (end_place - begin > most_directory_bytes) throw malformed("it has far too many parts");
}

}  // namespace

Reader::Reader(std::string_view archive) : archive_(archive) { check_directory(archive); }

std::optional<Reader::File> Reader::open(std::string_view name, std::uint64_t most_bytes) const {
    std::shared_ptr<archive> handle(archive_read_new(), Free());
    archive_read_support_format_zip_seekable(handle.get());
    if (archive_read_open_memory(handle.get(), archive_.data(), archive_.size()) != ARCHIVE_OK) throw malformed("it is no ZIP archive");
    const std::string wanted = text::lower(name);
    archive_entry* entry = nullptr;
    for (int result = 0; (result = archive_read_next_header(handle.get(), &entry)) != ARCHIVE_EOF;) {
        if (result < ARCHIVE_WARN) throw malformed("its parts cannot be listed");
        const char* path = archive_entry_pathname(entry);
        if (!path || text::lower(path) != wanted) continue;
        File file;
        file.size = archive_entry_size_is_set(entry) ? static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(entry))) : 0;
        file.bytes = [handle, most_bytes, read = std::uint64_t{0}](char* buffer, std::size_t capacity) mutable {
            la_ssize_t count = archive_read_data(handle.get(), buffer, capacity);
            if (count < 0) throw malformed("a part of it cannot be unpacked");
            read += static_cast<std::uint64_t>(count);
            if (read > most_bytes)
                throw Failure(FailureKind::TooLarge, "archive_too_large", "The file unpacks to more than " + std::to_string(most_bytes >> 20) + " MB, which is more than is read. Split it, or save it as CSV.");
            return static_cast<std::size_t>(count);
        };
        return file;
    }
    return std::nullopt;
}

}  // namespace rapport::documents::zip
