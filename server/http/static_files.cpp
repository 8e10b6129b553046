#include "http/static_files.h"

#include <fmt/format.h>
#include <zlib.h>

#include <fstream>
#include <iterator>

#include "base/failure.h"
#include "base/log.h"
#include "http/content_type.h"

namespace rapport::http {
namespace {

constexpr std::string_view home = "/index.html";
constexpr std::string_view hashed_folder = "/assets/";
constexpr std::size_t worth_compressing = 1 << 10;

/// Scripts come from here alone. Styles may stand in the page: component libraries set them on elements.
constexpr std::string_view content_security_policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'";

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file) throw Failure(FailureKind::Unavailable, "cannot_read_file", fmt::format("Cannot read {}: check its permissions.", path.string()));
    return content;
}

std::string hash_of(std::string_view content) {
    auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size());
    return fmt::format("{:x}-{:x}", content.size(), sum);
}

bool is_compressed_copy(const std::filesystem::path& path) {
    auto extension = path.extension();
    return (extension == ".br" || extension == ".gz") && std::filesystem::exists(path.parent_path() / path.stem());
}

/// Whether an If-None-Match header names this ETag. A weak one counts too (RFC 9110, section 13.1.2).
bool names_etag(std::string_view if_none_match, std::string_view etag) {
    return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (auto entry = std::filesystem::recursive_directory_iterator(folder, ignored); entry != std::filesystem::end(entry); ++entry) {
        bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory()) entry.disable_recursion_pending();
        if (hidden || entry->is_symlink() || !entry->is_regular_file() || is_compressed_copy(entry->path())) continue;
        add(entry->path(), "/" + entry->path().lexically_relative(folder).generic_string());
    }
    if (!files_.contains(home)) log::warning("There is no web app in {}: it has no index.html.", folder.string());
}

void StaticFiles::add(const std::filesystem::path& path, const std::string& name) {
    std::string content = read_file(path);
    std::string hash = hash_of(content);
    File& file = files_[name];
    auto put = [&](Coding coding, std::string body) {
        Variant& variant = file[static_cast<std::size_t>(coding)];
        bool is_plain = coding == Coding::Identity;
        variant.etag = fmt::format("\"{}{}{}\"", hash, is_plain ? "" : "-", coding_name(coding));
        Headers& headers = variant.headers;
        headers.add("Content-Type", content_type_of(name));
        headers.add("ETag", variant.etag);
        headers.add("Cache-Control", name.starts_with(hashed_folder) ? "public, max-age=31536000, immutable" : "no-cache");
        headers.add("Vary", "Accept-Encoding");
        if (!is_plain) headers.add("Content-Encoding", coding_name(coding));
        headers.add("Content-Security-Policy", content_security_policy);
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Referrer-Policy", "same-origin");
        headers.add("Cross-Origin-Opener-Policy", "same-origin");
        variant.body = std::make_shared<const std::string>(std::move(body));
    };
    std::filesystem::path brotli = path.string() + ".br";
    std::filesystem::path gzip = path.string() + ".gz";
    bool shrinks = content.size() >= worth_compressing && is_compressible(content_type_of(name));
    if (std::filesystem::exists(brotli)) put(Coding::Brotli, read_file(brotli));
    if (std::filesystem::exists(gzip)) put(Coding::Gzip, read_file(gzip));
    else if (shrinks) put(Coding::Gzip, compress(Coding::Gzip, content));
    put(Coding::Identity, std::move(content));
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
    auto found = files_.find(path);
    if (found != files_.end()) return &found->second;
    std::string_view last = path.substr(path.rfind('/') + 1);
    bool is_page = last.find('.') == std::string_view::npos && path.find("/.") == std::string_view::npos;
    auto page = files_.find(home);
    return is_page && page != files_.end() ? &page->second : nullptr;
}

Response StaticFiles::answer(const Request& request) const {
    if (request.method != Method::Get && request.method != Method::Head) {
        Response response = Response::problem(405, "method_not_allowed", "Files can be read with GET and HEAD only.");
        response.set("Allow", "GET, HEAD");
        return response;
    }
    const File* file = find(request.path);
    if (!files_.contains(home))
        return Response::problem(404, "no_web_app", "The web app has not been built. Build it, or name the folder it is in.");
    if (!file) return Response::problem(404, "not_found", "There is no such file.");

    const Variant* chosen = &(*file)[static_cast<std::size_t>(Coding::Identity)];
    std::string_view accepted = request.header("Accept-Encoding");
    for (Coding coding : {Coding::Gzip, Coding::Brotli}) {
        const Variant& variant = (*file)[static_cast<std::size_t>(coding)];
        if (variant.body && accepts_coding(accepted, coding_name(coding))) chosen = &variant;
    }
    Response response{.headers = chosen->headers};
    if (names_etag(request.header("If-None-Match"), chosen->etag)) {
        response.status = 304;
    } else {
        response.shared_body = chosen->body;
    }
    return response;
}

}  // namespace rapport::http
