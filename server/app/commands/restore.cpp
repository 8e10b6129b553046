#include <iostream>

#include "app/command.h"
#include "app/progress.h"
#include "app/restoring.h"
#include "records/rewind.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::filesystem::path source;
    std::filesystem::path key;
    std::string at;
};

/// What could not be put back is named, as far as there is room for it.
void tell(const records::UndoReport& report) {
    std::cout << report.undone << " changes that were made after that were undone; they stand in the history, and undoing change set " << report.change_set << " brings them back.\n";
    for (const records::UndoConflict& one : report.conflicts) std::cout << "  " << one.object << " " << one.record.text() << " " << one.field << ": " << one.message << "\n";
    if (report.conflict_count > 0) std::cout << report.conflict_count << " things are not as they were then; the first of them stand above.\n";
}

ExitCode run(const Options& options) {
    std::optional<DateTime> at;
    if (!options.at.empty()) at = value_or_throw(DateTime::parse(options.at));
    auto backup = backups::choose(options.source, at);
    const bool reaches = !at || backup.manifest.made_at >= *at;
    std::optional<records::UndoReport> undone;
    Progress progress("Restoring", static_cast<std::int64_t>(backup.manifest.tables.size()));
    restore(backup, options.location, key_of(backup, options.key), [&](const std::string&) { progress.advance(1); }, Contents::Along, [&](Workspace& workspace) {
        progress.finish();
        if (!at || backup.manifest.made_at <= *at) return;
        Progress going_back("Going back", 0);
        undone = records::rewind(workspace.records(), *at, [&](std::int64_t lines) { going_back.advance(lines); });
        going_back.finish();
    });
    std::cout << "The workspace is as it was at " << (undone ? *at : backup.manifest.made_at).text() << ". Serve it with: rapport serve --data " << options.location.folder.string()
              << (options.location.database_url.empty() ? "" : " --database …") << "\n";
    if (undone && undone->undone > 0) tell(*undone);
    if (!reaches)
        std::cout << "That is the newest backup: what was done between it and " << at->text() << " is in none. If the workspace is still there, run rapport backup, and restore again.\n";
    return undone && undone->conflict_count > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

}  // namespace

void add_restore(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("restore", "Make a new workspace from a backup, on either database");
    command->add_option("source", options->source, "A backup, or the folder that keeps several")->required();
    add_location(*command, options->location);
    command->add_option("--at", options->at, "As it was at that moment, such as 2026-11-21T09:30:00Z: from the first backup after it, what was changed since is undone");
    command->add_option("--key", options->key, "File with the key of encrypted fields, when the backup was made without it");
    command->footer("Example:\n  rapport restore /mnt/backups --at 2026-11-21T09:30:00Z --key key --data restored");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
