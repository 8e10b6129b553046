#include "api/everything.h"

#include "api/catalogue_json.h"
#include "base/failure.h"
#include "documents/zip/writer.h"
#include "exports/csv_export.h"
#include "security/rights.h"

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

void write_everything(storage::Database& database, const metadata::CataloguePointer& catalogue, const security::Actor& actor, const documents::ByteSink& sink) {
    if (!actor.rights().is_administrator()) throw Failure(FailureKind::Forbidden, "administrator_only", "Only administrators may export everything. Ask one.");
    documents::zip::Writer archive(sink);
    auto write = [&](std::string_view bytes) { archive.write(bytes); };
    archive.begin("catalogue.json");
    archive.write(catalogue_json(*catalogue, actor));
    database.read(
        [&](storage::Session& session) {
            for (const metadata::Object& object : catalogue->objects()) {
                archive.begin("records/" + object.name + ".csv");
                exports::write_csv(session, catalogue, actor, all_records_of(object), write);
            }
            archive.begin("history.csv");
            write_history(session, write);
        },
        {patience});
    archive.finish();
}

}  // namespace rapport::api
