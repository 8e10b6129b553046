#include "api/everything.h"

#include <algorithm>

#include "api/catalogue_json.h"
#include "base/failure.h"
#include "documents/zip/writer.h"
#include "exports/record_export.h"
#include "security/rights.h"
#include "storage/blobs/content.h"

namespace rapport::api {
namespace {

constexpr std::chrono::hours patience{6};

std::string catalogue_json(const metadata::Catalogue& catalogue, const security::Actor& actor) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("version", catalogue.version()).key("objects").begin_array();
    for (const metadata::Object& object : catalogue.objects()) write_object(out, object, actor);
    out.end_array().end_object();
    return json;
}

exports::Request all_records_of(const metadata::Object& object) {
    exports::Request request;
    request.select = query::parse_soql("SELECT FIELDS(ALL) FROM " + object.name);
    request.trash = query::Restricted::Trash::Include;
    return request;
}

struct Content {
    RecordId record;
    std::string name, sha256;
};

std::vector<Content> contents(storage::Session& session) {
    std::vector<Content> out;
    auto rows = session.query("SELECT id, name, sha256 FROM file WHERE sha256 IS NOT NULL ORDER BY id");
    while (rows->next()) out.push_back({RecordId(rows->integer(0)), std::string(rows->text(1)), std::string(rows->text(2))});
    return out;
}

/// The end of a name, as far as every program takes it: ".pdf".
std::string extension_of(const std::string& name) {
    constexpr std::size_t longest = 12;
    auto dot = name.rfind('.');
    if (dot == std::string::npos || name.size() - dot > longest) return "";
    bool plain = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    return plain ? name.substr(dot) : "";
}

void write_contents(const files::Files& files, const std::vector<Content>& contents, documents::zip::Writer& archive) {
    std::string left_out;
    for (const Content& one : contents) {
        try {
            auto content = files.open(one.sha256);
            archive.begin("files/" + one.record.text() + extension_of(one.name));
            content.read_all([&](std::string_view bytes) { archive.write(bytes); });
        } catch (const Failure& failure) {
            if (failure.code() != "content_missing" && failure.code() != "content_damaged") throw;
            left_out += one.record.text() + " " + one.name + ": " + failure.what() + "\n";
        }
    }
    if (left_out.empty()) return;
    archive.begin("files/left_out.txt");
    archive.write(left_out);
}

void write_history(storage::Session& session, const documents::ByteSink& sink) {
    documents::csv::Writer writer(sink);
    writer.row({"record_id", "changed_at", "changed_by_id", "changed_by", "source", "operation", "changes"});
    auto rows = session.query("SELECT record_id, changed_at, changed_by_id, actor, source, operation, changes FROM record_history ORDER BY id");
    while (rows->next()) {
        writer.row({RecordId(rows->integer(0)).text(), DateTime(rows->integer(1)).text(), rows->is_null(2) ? "" : RecordId(rows->integer(2)).text(), std::string(rows->text(3)),
                    std::string(rows->text(4)), std::string(rows->text(5)), std::string(rows->text(6))});
    }
    writer.flush();
}

}  // namespace

void write_everything(const files::Files& files, const metadata::CataloguePointer& catalogue, const security::Actor& actor, const documents::ByteSink& sink) {
    if (!actor.rights().is_administrator()) throw Failure(FailureKind::Forbidden, "administrator_only", "Only administrators may export everything. Ask one.");
    documents::zip::Writer archive(sink);
    auto write = [&](std::string_view bytes) { archive.write(bytes); };
    archive.begin("catalogue.json");
    archive.write(catalogue_json(*catalogue, actor));
    std::vector<Content> kept;
    files.database().read(
        [&](storage::Session& session) {
            for (const metadata::Object& object : catalogue->objects()) {
                archive.begin("records/" + object.name + ".csv");
                exports::write_records(session, catalogue, actor, all_records_of(object), write);
            }
            archive.begin("history.csv");
            write_history(session, write);
            kept = contents(session);
        },
        {patience});
    write_contents(files, kept, archive);
    archive.finish();
}

}  // namespace rapport::api
