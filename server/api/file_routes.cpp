#include "api/record_response.h"
#include "api/route.h"
#include "files/kind.h"
#include "http/byte_range.h"
#include "http/header_value.h"
#include "security/photos.h"
#include "security/restriction.h"
#include "storage/blobs/content.h"

namespace rapport::api {
namespace {

constexpr std::size_t piece_size = 256 << 10;

/// The body is what the form held (upload.h); the content is kept already.
http::Response upload_file(Call& call) {
    const metadata::Object& object = call.catalogue->object("file");
    auto outcome = call.apply({call.actor(), call.source(), records::Mode::AllOrNothing}, {files::record_of(call.body())}).front();
    auto response = saved_response(201, call, object, outcome.id);
    response.set("Location", "/api/v1/records/file/" + outcome.id.text());
    return response;
}

/// The photo of somebody whom the asker may see; null when the file is none. What it is called is not theirs to know.
Json read_photo(Call& call, RecordId id) {
    return call.services.database.read([&](storage::Session& session) -> Json {
        if (!security::is_photo_for(session, call.catalogue, call.actor(), id)) return nullptr;
        auto row = session.query("SELECT content_type, sha256 FROM file WHERE id = ?1 AND deleted_at IS NULL AND content_type IS NOT NULL AND sha256 IS NOT NULL", {id.number()});
        if (!row->next() || !files::is_picture(row->text(0))) return nullptr;
        return Json::Members{{"name", "photo"}, {"content_type", row->text(0)}, {"sha256", row->text(1)}};
    });
}

/// What the asker may know of the file, its address among it.
Json read_file(Call& call) {
    const metadata::Object& object = call.catalogue->object("file");
    auto id = RecordId::parse(call.path("id"));
    if (!id) throw Failure(FailureKind::Invalid, "invalid_id", id.error().message);
    if (call.catalogue->find(*id) != &object) throw Failure(FailureKind::NotFound, "not_found", "There is no such record of " + object.label + ", or you may not see it.");
    auto visible = security::visible_to(call.actor());
    std::string fields = "id";
    for (auto name : {"name", "content_type", "sha256"})
        if (visible(object, object.field(name))) fields += std::string(",") + name;
    try {
        return Json::parse(record_json(call, object, *id, fields));
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::NotFound && failure.kind() != FailureKind::Forbidden) throw;
        if (Json photo = read_photo(call, *id); !photo.is_null()) return photo;
        throw;
    }
}

/// A page that a content makes of itself can do nothing: no script, no form, no request. PDF is shown by a part of the browser
/// that refuses to work in a sandbox, and runs nothing of the page's origin.
std::string content_security_policy(std::string_view type) {
    return "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; " + std::string(type == "application/pdf" ? "object-src 'self'" : "sandbox");
}

void describe(http::Response& response, const Json& file, bool download) {
    std::string type = file.string_or("content_type", "");
    bool shown = files::may_be_shown(type);
    if (type.empty()) type = "application/octet-stream";
    response.set("Content-Security-Policy", content_security_policy(type));
    response.set("Content-Type", type.starts_with("text/") ? type + "; charset=utf-8" : type);
    response.set("Content-Disposition", http::content_disposition(shown && !download ? http::Disposition::Inline : http::Disposition::Attachment, file.string_or("name", "file")));
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Accept-Ranges", "bytes");
}

void send_part(http::Response& response, std::shared_ptr<const storage::blobs::Content> content, const http::ByteRange& range) {
    response.stream_length = range.length;
    response.stream = [content = std::move(content), place = range.first, left = range.length](std::string& piece) mutable {
        piece.resize(std::min<std::uint64_t>(piece_size, left));
        piece.resize(content->read(static_cast<std::int64_t>(place), piece.data(), piece.size()));
        if (piece.empty() && left > 0) throw Failure(FailureKind::Unavailable, "content_damaged", "A content became shorter while it was read.");
        place += piece.size();
        left -= piece.size();
        return left > 0;
    };
}

http::Response file_content(Call& call) {
    const Json file = read_file(call);
    const std::string address = file.string_or("sha256", "");
    if (address.empty()) throw Failure(FailureKind::NotFound, "no_content", "This file is a link: its content is where the field url says.");
    http::Response response;
    response.set("ETag", "\"" + address + "\"");
    // Rights may change: browsers ask each time, and are told when they have it already.
    response.set("Cache-Control", "private, no-cache");
    std::string_view known = call.request.header("If-None-Match");
    if (known == "*" || known.find(address) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    std::string_view same = call.request.header("If-Range");
    std::string_view wanted = same.empty() || same.find(address) != std::string_view::npos ? call.request.header("Range") : "";
    const files::Files& files = call.services.files;
    auto content = wanted.empty() ? std::make_shared<const storage::blobs::Content>(files.open(address)) : files.open_for_parts(address);
    const auto size = static_cast<std::uint64_t>(content->size());
    http::ByteRange range = http::read_range(wanted, size);
    if (range.kind == http::ByteRange::Kind::OutOfReach) {
        response = http::Response::problem(416, "range_not_satisfiable", "The file ends before what was asked for: it has " + std::to_string(size) + " bytes.");
        response.set("Content-Range", "bytes */" + std::to_string(size));
        return response;
    }
    describe(response, file, call.flag("download"));
    if (range.kind == http::ByteRange::Kind::Part) {
        response.status = 206;
        response.set("Content-Range", "bytes " + std::to_string(range.first) + "-" + std::to_string(range.first + range.length - 1) + "/" + std::to_string(size));
    }
    send_part(response, std::move(content), range);
    return response;
}

}  // namespace

std::vector<Route> file_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    return {
        {Post, "/files", Door::LoggedIn, worker, upload_file, "uploadFile", "Keep a file, as a form of multipart/form-data brings it", Effect::Records, Body::Form},
        {Get, "/files/{id}/content", Door::LoggedIn, worker, file_content, "getFileContent", "The content of a file, or a range of it"},
    };
}

}  // namespace rapport::api
