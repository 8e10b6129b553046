#include "files/kind.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::files {
namespace {

constexpr std::string_view unknown = "application/octet-stream";

struct Close {
    void operator()(magic_set* set) const { magic_close(set); }
};

/// One a thread: libmagic's handles are not to be shared.
magic_set* magic() {
    thread_local std::unique_ptr<magic_set, Close> set = [] {
        std::unique_ptr<magic_set, Close> opened(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS));
        if (!opened || magic_load(opened.get(), nullptr) != 0)
            throw Failure(FailureKind::Unavailable, "no_magic_numbers", "The server cannot tell kinds of files apart: the package libmagic-mgc is missing on it.");
        return opened;
    }();
    return set.get();
}

std::string judged(std::string_view first_bytes) {
    if (first_bytes.empty()) return std::string(unknown);
    const char* type = magic_buffer(magic(), first_bytes.data(), first_bytes.size());
    std::string out = type ? type : "";
    // Such as "inode/x-empty", or a sentence about what went wrong.
    bool is_type = std::count(out.begin(), out.end(), '/') == 1 && out.find(' ') == std::string::npos && !out.starts_with("inode/");
    return is_type ? out : std::string(unknown);
}

/// What several kinds of files look like from inside.
bool leaves_open(std::string_view type) {
    constexpr std::array open{"application/octet-stream", "text/plain", "application/zip", "application/x-ole-storage", "application/CDFV2", "application/json", "text/xml"};
    return std::find(open.begin(), open.end(), type) != open.end();
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> by_extension{{
    {"csv", "text/csv"},
    {"tsv", "text/tab-separated-values"},
    {"md", "text/markdown"},
    {"html", "text/html"},
    {"htm", "text/html"},
    {"xml", "application/xml"},
    {"svg", "image/svg+xml"},
    {"json", "application/json"},
    {"ics", "text/calendar"},
    {"vcf", "text/vcard"},
    {"eml", "message/rfc822"},
    {"msg", "application/vnd.ms-outlook"},
    {"doc", "application/msword"},
    {"xls", "application/vnd.ms-excel"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"dwg", "image/vnd.dwg"},
    {"key", "application/vnd.apple.keynote"},
    {"pages", "application/vnd.apple.pages"},
}};

}  // namespace

std::string kind_of(std::string_view first_bytes, std::string_view name) {
    std::string type = judged(first_bytes.substr(0, telling_bytes));
    auto dot = name.rfind('.');
    if (dot == std::string_view::npos || !leaves_open(type)) return type;
    const std::string extension = text::lower(name.substr(dot + 1));
    for (const auto& [known, narrower] : by_extension)
        if (known == extension) return std::string(narrower);
    return type;
}

bool may_be_shown(std::string_view content_type) {
    // Pictures that hold no scripts, one by one: "image/" alone would let SVG in, and whatever comes next.
    constexpr std::array shown{"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-ms-bmp", "image/vnd.microsoft.icon", "image/heic", "image/tiff", "application/pdf", "text/plain"};
    return content_type.starts_with("audio/") || content_type.starts_with("video/") || std::find(shown.begin(), shown.end(), content_type) != shown.end();
}

bool is_picture(std::string_view content_type) { return content_type.starts_with("image/") && may_be_shown(content_type); }

}  // namespace rapport::files
