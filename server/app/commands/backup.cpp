#include <iostream>

#include "app/command.h"
#include "app/progress.h"
#include "app/restoring.h"
#include "app/secrets.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::filesystem::path target;
    bool verify = false;
    bool with_key = false;
    std::size_t keep = 0;
};

backups::Progress shown(Progress& progress) {
    return [&progress](const std::string&) { progress.advance(1); };
}

ExitCode run(const Options& options) {
    auto database = open_existing_database(options.location);
    Progress progress("Backing up", 0);
    auto backup = back_up(*database, {options.location.folder, options.target, options.with_key ? Key::Beside : Key::Apart}, shown(progress));
    progress.finish();
    std::cout << "Backed up " << backups::rows_of(backup.manifest) << " rows in " << backup.manifest.tables.size() << " tables to " << backup.folder.string() << "\n";
    if (!options.with_key) std::cout << "The key of encrypted fields is not in it: keep a copy of " << (options.location.folder / "secrets" / "key").string() << " in another place.\n";
    if (options.verify) {
        Progress restoring("Verifying", 0);
        auto findings = verify(backup, read_key(options.location.folder), shown(restoring));
        restoring.finish();
        for (const auto& finding : findings) std::cout << finding.message << "\n";
        if (!findings.empty()) return ExitCode::SomeFailed;
        backups::note_verified(backup.folder);
        std::cout << "It was restored for a try, all rows are those that were written, and everything is as it should be.\n";
    }
    if (options.keep > 0) backups::keep_newest(options.target, options.keep);
    return ExitCode::Done;
}

}  // namespace

void add_backup(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("backup", "Back a workspace up while it is being worked with");
    command->add_option("target", options->target, "Folder that keeps backups, each in a folder of its own")->required();
    add_location(*command, options->location);
    command->add_flag("--verify", options->verify, "Restore it for a try and compare every row");
    command->add_flag("--with-key", options->with_key, "Put the key of encrypted fields beside it: whoever has the backup can read them");
    command->add_option("--keep", options->keep, "Remove all but so many of the newest backups in the target")->check(CLI::Range(1, 100'000));
    command->footer("Example:\n  rapport backup /mnt/backups --data data --verify --keep 30");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
