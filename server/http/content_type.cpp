#include "http/content_type.h"

#include <array>
#include <utility>

#include "http/headers.h"

namespace rapport::http {
namespace {

constexpr auto types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"webmanifest", "application/manifest+json"},
    {"txt", "text/plain; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"xml", "application/xml"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"ico", "image/x-icon"},
    {"woff2", "font/woff2"},
    {"woff", "font/woff"},
    {"ttf", "font/ttf"},
    {"wasm", "application/wasm"},
    {"pdf", "application/pdf"},
    {"zip", "application/zip"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
});

}  // namespace

std::string_view content_type_of(std::string_view file_name) {
    auto dot = file_name.rfind('.');
    if (dot != std::string_view::npos) {
        for (const auto& [extension, type] : types) {
            if (equal_in_any_case(extension, file_name.substr(dot + 1))) return type;
        }
    }
    return "application/octet-stream";
}

}  // namespace rapport::http
