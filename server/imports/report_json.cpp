#include "imports/report_json.h"

namespace rapport::imports {

void write_report(JsonWriter& out, const Report& report) {
    auto moment = [&](std::string_view key, DateTime at) {
        out.key(key);
        if (at.microseconds() == 0) out.null();
        else out.string(at.text());
    };
    out.begin_object().member("id", report.id).member("state", name_of(report.state)).member("object", report.object).member("file_name", report.file_name);
    out.member("match", report.match).member("dry_run", report.dry_run);
    out.member("rows", report.counts.rows).member("created", report.counts.created).member("updated", report.counts.updated);
    out.member("unchanged", report.counts.unchanged).member("failed", report.counts.failed).member("incomplete", report.counts.incomplete);
    out.member("also_created", report.counts.also_created).member("last_line", static_cast<std::int64_t>(report.last_line));
    out.member("bytes", report.bytes).member("total_bytes", report.total_bytes).member("failure", report.failure);
    moment("started_at", report.started_at);
    moment("finished_at", report.finished_at);
    out.key("change_set");
    if (report.change_set) out.integer(report.change_set);
    else out.null();
    out.key("likely_duplicates");
    if (report.likely_duplicates) out.integer(*report.likely_duplicates);
    else out.null();
    out.key("notes").begin_array();
    for (const Problem& note : report.notes) out.begin_object().member("code", note.code).member("field", note.field).member("message", note.message).end_object();
    out.end_array();
    out.member("errors", "/api/v1/imports/" + std::to_string(report.id) + "/errors").end_object();
}

}  // namespace rapport::imports
