#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/command.h"
#include "app/progress.h"
#include "base/json_writer.h"
#include "documents/byte_source.h"
#include "imports/importer.h"
#include "imports/report_json.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string object;
    std::filesystem::path file;
    std::filesystem::path map;
    std::string match;
    std::string sheet;
    std::string user;
    std::filesystem::path errors;
    bool dry_run = false;
    bool json = false;
    bool as_written = false;
};

Json read_map(const std::filesystem::path& path) {
    if (path.empty()) return nullptr;
    std::ifstream file(path);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) throw Failure(FailureKind::NotFound, "unreadable_file", "The mapping " + path.string() + " cannot be read.");
    return Json::parse(text.str());
}

/// A stream that lives as long as the source that reads from it.
documents::ByteSource open_file(const std::filesystem::path& path) {
    auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
    if (!*file || std::filesystem::is_directory(path)) throw Failure(FailureKind::NotFound, "unreadable_file", "The file " + path.string() + " cannot be read.");
    return [file](char* buffer, std::size_t capacity) {
        file->read(buffer, static_cast<std::streamsize>(capacity));
        if (file->bad()) throw Failure(FailureKind::Unavailable, "unreadable_file", "The file cannot be read to its end: is its disk in order?");
        return static_cast<std::size_t>(file->gcount());
    };
}

void write_errors(imports::Importer& importer, const security::Actor& actor, const imports::Report& report, const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::binary);
    importer.write_errors(actor, report.id, [&](std::string_view bytes) { file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
    if (!file.flush()) throw Failure(FailureKind::Unavailable, "unwritable_file", "The error file " + path.string() + " cannot be written.");
}

void print(const imports::Report& report, const std::filesystem::path& errors) {
    const imports::Counts& counts = report.counts;
    std::cout << (report.dry_run ? "Dry run: " : "") << counts.rows << " rows: " << counts.created << " created, " << counts.updated << " updated, " << counts.unchanged << " unchanged, "
              << counts.failed << " failed\n";
    if (counts.also_created > 0) std::cout << counts.also_created << " more records were created because rows referred to them.\n";
    if (counts.incomplete > 0) std::cout << counts.incomplete << " records are in, but without a record that their row refers to.\n";
    for (const Problem& note : report.notes) std::cout << "Note: " << note.message << "\n";
    if (counts.failed + counts.incomplete > 0) std::cout << "What is wrong with each row stands in " << errors.string() << ": mend it and import it again.\n";
}

ExitCode run(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    security::Actor actor = workspace.actor(options.user);
    imports::Importer importer(workspace.records());
    imports::Request request;
    request.mapping = {options.object, read_map(options.map), options.match};
    request.open = [&] { return open_file(options.file); };
    request.reading.sheet = options.sheet;
    request.reading.csv.formula_guard = documents::csv::guard_of(!options.as_written);
    request.file_name = options.file.filename().string();
    std::error_code unknown;
    auto size = std::filesystem::file_size(options.file, unknown);
    request.total_bytes = unknown ? 0 : static_cast<std::int64_t>(size);
    request.keep = options.dry_run ? imports::Keep::Nothing : imports::Keep::Rows;
    Progress progress("Importing", request.total_bytes);
    auto report = importer.run(actor, request, [&](const imports::Report& now) { progress.set(now.bytes, now.total_bytes); });
    progress.finish();
    bool any_errors = report.counts.failed + report.counts.incomplete > 0;
    auto errors = options.errors.empty() ? std::filesystem::path(options.file.stem().string() + ".errors.csv") : options.errors;
    if (any_errors) write_errors(importer, actor, report, errors);
    if (options.json) {
        std::string json;
        JsonWriter out(json);
        imports::write_report(out, report);
        std::cout << json << "\n";
    } else {
        print(report, errors);
    }
    return report.counts.failed > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

}  // namespace

void add_import(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("import", "Bring the rows of a file in: CSV, a workbook (XLSX), cards (vCard)");
    command->add_option("object", options->object, "Object that the rows become, such as contact")->required();
    command->add_option("file", options->file, "CSV, XLSX or vCard file; what it is, its encoding, delimiter and header are found out")->required();
    add_location(*command, options->location);
    command->add_option("--map", options->map, "Mapping of columns to fields (docs/import.md); without it by their names");
    command->add_option("--match", options->match, "Field that names the record of a row: update it, or create it");
    command->add_option("--sheet", options->sheet, "Sheet of a workbook; its first without it");
    command->add_flag("--dry-run", options->dry_run, "Do all of it, say what would be, and keep nothing");
    command->add_option("--user", options->user, "E-mail address of the one who imports; without it the first administrator");
    command->add_option("--errors", options->errors, "Where the rows that failed are written; FILE.errors.csv in the current folder otherwise");
    command->add_flag("--as-written", options->as_written, "Keep the apostrophe in front of a text that a spreadsheet would run, as when --formula-guard did not put it there");
    command->add_flag("--json", options->json, "Report in JSON");
    command->footer("Ends with 8 when rows failed.\nExample:\n  rapport import contact people.csv --data data --match email --dry-run");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
