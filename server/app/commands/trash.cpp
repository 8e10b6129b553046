#include <iostream>

#include "app/command.h"
#include "records/empty_trash.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    int older_than = 0;
    bool dry_run = false;
};

/// The days that were asked for, or else the organization's.
int days_of(const Options& options, Workspace& workspace) {
    if (options.older_than > 0) return options.older_than;
    auto days = workspace.database().read([](storage::Session& session) { return records::days_in_trash(session); });
    if (!days)
        throw Failure(FailureKind::Invalid, "no_policy", "The organization does not say how long things stay in the trash: set its \"Days in the trash\", or say it here with --older-than DAYS.");
    return *days;
}

ExitCode empty(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    DateTime before(DateTime::now().microseconds() - days_of(options, workspace) * DateTime::day);
    if (options.dry_run) {
        std::cout << workspace.database().read([&](storage::Session& session) { return records::count_trash(session, before); }) << " records would be removed for good.\n";
        return ExitCode::Done;
    }
    auto emptied = records::empty_trash(workspace.records(), security::Actor::system("rapport trash empty"), before);
    std::cout << emptied.records << " records were removed for good.\n";
    if (emptied.kept > 0) std::cout << emptied.kept << " stay, since others need them.\n";
    return ExitCode::Done;
}

}  // namespace

void add_trash(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* trash = program.add_subcommand("trash", "What was deleted and can still be brought back");
    trash->require_subcommand(1);
    CLI::App* command = trash->add_subcommand("empty", "Remove what has been in the trash for long for good");
    add_location(*command, options->location);
    command->add_option("--older-than", options->older_than, "Days; without it those that the organization says")->check(CLI::Range(1, 36500));
    command->add_flag("--dry-run", options->dry_run, "Only say how many records that would be");
    command->footer("Example:\n  rapport trash empty --data data --older-than 90");
    command->callback([options, set_action] { set_action([options] { return empty(*options); }); });
}

}  // namespace rapport::app
