#include "imports/importer.h"

#include "base/text.h"
#include "documents/csv/writer.h"
#include "imports/run.h"
#include "security/rights.h"

namespace rapport::imports {
namespace {

Failure unknown_import(std::int64_t run) {
    return Failure(FailureKind::NotFound, "unknown_import", "There is no import " + std::to_string(run) + ", or it is somebody else's.");
}

}  // namespace

std::int64_t Importer::begin(const security::Actor& actor, const Request& request) {
    actor.rights().require(security::Permission::Import);
    const auto table = documents::open_table(request.open(), request.reading);
    Columns columns(table->header());
    Mapping mapping = read_mapping(request.mapping, columns, service_.registry().current(), actor);
    if (mapping.object->gives_access) actor.require_proof();

    Report report;
    report.object = mapping.object->name;
    report.file_name = request.file_name;
    report.match = mapping.match ? mapping.match->name : "";
    report.dry_run = request.keep == Keep::Nothing;
    report.total_bytes = request.total_bytes;
    report.started_at = DateTime::now();
    report.user = actor.user();
    report.notes = table->notes();
    for (const std::string& column : mapping.unmatched_columns)
        report.notes.push_back({column, "unmatched_column",
                                "Column \"" + column + "\" was left out: it is mapped to no field of " + text::lower(mapping.object->label) + "."});
    std::vector<std::string> header(columns.names().begin(), columns.names().begin() + static_cast<std::ptrdiff_t>(columns.data_columns()));
    return store_.begin(report, header);
}

Report Importer::carry_out(std::int64_t run, const security::Actor& actor, const Request& request, const ProgressListener& listener) {
    return Run(service_, store_, actor, request, listener).carry_out(report(actor, run));
}

Report Importer::run(const security::Actor& actor, const Request& request, const ProgressListener& listener) {
    return carry_out(begin(actor, request), actor, request, listener);
}

Report Importer::report(const security::Actor& actor, std::int64_t run) {
    std::optional<Report> found = store_.find(run);
    bool visible = found && (actor.rights().is_administrator() || found->user == actor.user());
    if (!visible) throw unknown_import(run);
    return *std::move(found);
}

std::vector<Report> Importer::reports(const security::Actor& actor, std::int64_t limit) {
    return store_.list(actor.rights().is_administrator() ? std::nullopt : std::optional(actor.user()), limit);
}

Report Importer::cancel(const security::Actor& actor, std::int64_t run) {
    report(actor, run);
    store_.cancel(run);
    return report(actor, run);
}

void Importer::write_errors(const security::Actor& actor, std::int64_t run, const documents::ByteSink& sink) {
    report(actor, run);
    std::vector<std::string> header = store_.header(run);
    const std::size_t width = header.size();
    header.emplace_back(line_column);
    header.emplace_back(error_column);
    documents::csv::Writer writer(sink, {.formula_guard = documents::csv::FormulaGuard::On});
    writer.row(header);
    store_.for_each_error(run, [&](const RowError& error) {
        std::vector<std::string> cells = error.cells;
        cells.resize(width);
        cells.push_back(std::to_string(error.line));
        cells.push_back(error.message);
        writer.row(cells);
    });
    writer.flush();
}

}  // namespace rapport::imports
