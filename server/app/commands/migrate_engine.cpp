#include <iostream>

#include "app/command.h"
#include "app/progress.h"
#include "app/restoring.h"
#include "app/secrets.h"
#include "app/serve_lock.h"
#include "app/table.h"
#include "files/copying.h"

namespace rapport::app {
namespace {

struct Options {
    std::string from;
    std::string to;
    std::filesystem::path folder;
};

bool is_url(const std::string& place) { return place.find("://") != std::string::npos; }

/// A database server keeps no files and secrets: those stay in a folder.
Location read_place(const std::string& place, const std::filesystem::path& folder) {
    return is_url(place) ? Location{folder, place} : Location{place, ""};
}

ExitCode run(Options options) {
    if (is_url(options.from) && is_url(options.to)) throw Failure(FailureKind::Invalid, "same_engine", "Both are PostgreSQL: use rapport backup and rapport restore for that.");
    if (options.folder.empty() && is_url(options.from)) throw Failure(FailureKind::Invalid, "required", "Name the folder that has the workspace's files and secrets with --data.");
    if (options.folder.empty()) options.folder = options.from;
    const Location from = read_place(options.from, options.folder);
    const Location to = read_place(options.to, options.folder);
    auto database = open_existing_database(from);
    const ServeLock nobody_serves(from.folder);  // what people change afterwards would stay behind

    const std::filesystem::path between = options.folder.string() + ".moving";
    std::filesystem::remove_all(between);
    Progress progress("Moving", 0);
    auto advance = [&](const std::string&) { progress.advance(1); };
    // What is kept in a bucket is found there from the new engine, too.
    const Contents contents = files::in_bucket(*database) ? Contents::Stay : Contents::Along;
    backups::Kept backup = back_up(*database, {from.folder, between, Key::Apart, contents}, advance);
    restore(backup, to, read_key(from.folder), advance, contents);
    progress.finish();
    std::filesystem::remove_all(between);

    Table table;
    for (auto name : {"table", "rows", "sha256 of the rows on both"}) table.add_column(name);
    for (const auto& counted : backup.manifest.tables)
        if (counted.rows > 0) table.add_row({counted.table.name, std::to_string(counted.rows), counted.sha256});
    table.print(std::cout);
    std::cout << "The workspace is in " << (to.database_url.empty() ? to.folder.string() : "the database") << " now; " << (from.database_url.empty() ? from.folder.string() : "the database") << " has it still, and may be removed.\n";
    return ExitCode::Done;
}

}  // namespace

void add_migrate_engine(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("migrate-engine", "Move a workspace from SQLite to PostgreSQL or back, and compare every row");
    command->add_option("--from", options->from, "Folder, or postgresql://user@host/name")->required();
    command->add_option("--to", options->to, "Folder that is not there yet, or a database without a workspace")->required();
    command->add_option("--data", options->folder, "Folder of files and secrets of the one on PostgreSQL; without it the folder moved from");
    command->footer("Example:\n  rapport migrate-engine --from data --to postgresql://rapport@localhost/rapport");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
