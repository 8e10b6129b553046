#include <iostream>

#include "app/command.h"
#include "app/progress.h"
#include "app/restoring.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::filesystem::path source;
    std::filesystem::path key;
    std::string at;
};

ExitCode run(const Options& options) {
    std::optional<DateTime> at;
    if (!options.at.empty()) at = value_or_throw(DateTime::parse(options.at));
    auto backup = backups::choose(options.source, at);
    Progress progress("Restoring", static_cast<std::int64_t>(backup.manifest.tables.size()));
    restore(backup, options.location, key_of(backup, options.key), [&](const std::string&) { progress.advance(1); });
    progress.finish();
    std::cout << "The workspace is as it was at " << backup.manifest.made_at.text() << ". Serve it with: rapport serve --data " << options.location.folder.string()
              << (options.location.database_url.empty() ? "" : " --database …") << "\n";
    return ExitCode::Done;
}

}  // namespace

void add_restore(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("restore", "Make a new workspace from a backup, on either database");
    command->add_option("source", options->source, "A backup, or the folder that keeps several")->required();
    add_location(*command, options->location);
    command->add_option("--at", options->at, "The newest backup from that moment or before it, such as 2026-11-21T09:30:00Z");
    command->add_option("--key", options->key, "File with the key of encrypted fields, when the backup was made without it");
    command->footer("Example:\n  rapport restore /mnt/backups --at 2026-11-21T09:30:00Z --key key --data restored");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
