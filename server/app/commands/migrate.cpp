#include <iostream>

#include "app/command.h"
#include "search/filling.h"

namespace rapport::app {

void add_migrate(CLI::App& program, const SetAction& set_action) {
    struct Options {
        Location location;
        bool rebuild_search = false;
        bool without_backup = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("migrate", "Bring a workspace up to this program (serve does it too)");
    add_location(*command, options->location);
    command->add_flag("--rebuild-search", options->rebuild_search, "Index all records for search anew");
    command->add_flag("--without-backup", options->without_backup, "Make no backup before the schema is changed, as when the disk has no room for one");
    command->footer("Example:\n  rapport migrate --data data");
    command->callback([options, set_action] {
        set_action([options] {
            using Upgrade = Workspace::Upgrade;
            Workspace workspace(options->location, Workspace::Opening::Existing, options->without_backup ? Upgrade::WithoutBackup : Upgrade::WithBackup);
            workspace.registry().wait_for_indexes();
            if (options->rebuild_search) search::rebuild(workspace.database(), workspace.registry());
            std::cout << "The workspace is up to date.\n";
            return ExitCode::Done;
        });
    });
}

}  // namespace rapport::app
