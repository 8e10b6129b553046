#include <fstream>
#include <iostream>

#include "api/everything.h"
#include "app/command.h"
#include "exports/record_export.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string object;
    std::string soql;
    std::string user;
    std::string file;
    std::string format;
    bool everything = false;
    bool formula_guard = false;
};

ExitCode export_everything(const Options& options) {
    if (options.file.empty()) throw Failure(FailureKind::Invalid, "required", "Name the ZIP archive to write with --file.");
    Workspace workspace(options.location, Workspace::Opening::Existing);
    std::ofstream file(options.file, std::ios::binary);
    api::write_everything(workspace.files(), workspace.registry().current(), workspace.actor(options.user),
                          [&](std::string_view bytes) { file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
    file.close();
    if (!file) throw Failure(FailureKind::Unavailable, "unwritable_file", "The export cannot be written: is the disk full?");
    return ExitCode::Done;
}

ExitCode run(const Options& options) {
    if (options.everything) return export_everything(options);
    if (options.object.empty() == options.soql.empty()) throw Failure(FailureKind::Invalid, "required", "Name an object to export, or a question with --soql.");
    Workspace workspace(options.location, Workspace::Opening::Existing);
    security::Actor actor = workspace.actor(options.user);
    exports::Request request;
    request.select = query::parse_soql(options.soql.empty() ? "SELECT FIELDS(ALL) FROM " + options.object : options.soql);
    request.format = options.format == "xlsx" || (options.format.empty() && options.file.ends_with(".xlsx")) ? exports::Format::Xlsx : exports::Format::Csv;
    request.writing.formula_guard = documents::csv::guard_of(options.formula_guard);
    std::ofstream file;
    if (!options.file.empty()) file.open(options.file, std::ios::binary);
    std::ostream& out = options.file.empty() ? std::cout : file;
    auto rows = exports::write_records(workspace.database(), workspace.registry().current(), actor, request,
                                   [&](std::string_view bytes) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
    if (!out.flush()) throw Failure(FailureKind::Unavailable, "unwritable_file", "The export cannot be written: is the disk full?");
    if (!options.file.empty()) std::cerr << rows << " rows\n";
    return ExitCode::Done;
}

}  // namespace

void add_export(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("export", "Write records as CSV or as a workbook");
    command->add_option("object", options->object, "Object to export whole, such as contact");
    add_location(*command, options->location);
    command->add_option("--soql", options->soql, "A question whose answer is exported");
    command->add_option("--file", options->file, "File to write; standard output otherwise");
    command->add_option("--format", options->format, "csv or xlsx; without it as the ending of --file says, or csv")->check(CLI::IsMember({"csv", "xlsx"}));
    command->add_option("--user", options->user, "E-mail address of the one who asks; without it the first administrator");
    command->add_flag("--formula-guard", options->formula_guard, "Put an apostrophe in front of texts of a CSV file that a spreadsheet would run as formulas; an import takes it off");
    command->add_flag("--everything", options->everything, "All objects with trash and history, as CSV and JSON in a ZIP archive");
    command->footer("Example:\n  rapport export --soql \"SELECT name, account.name, amount FROM opportunity\" --data data --file deals.csv");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
