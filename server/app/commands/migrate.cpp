#include <iostream>

#include "app/command.h"
#include "search/filling.h"

namespace rapport::app {

void add_migrate(CLI::App& program, const SetAction& set_action) {
    struct Options {
        Location location;
        bool rebuild_search = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("migrate", "Bring a workspace up to this program (serve does it too)");
    add_location(*command, options->location);
    command->add_flag("--rebuild-search", options->rebuild_search, "Index all records for search anew");
    command->footer("Example:\n  rapport migrate --data data");
    command->callback([options, set_action] {
        set_action([options] {
            Workspace workspace(options->location, Workspace::Opening::Existing);
            workspace.registry().wait_for_indexes();
            if (options->rebuild_search) search::rebuild(workspace.database(), workspace.registry());
            std::cout << "The workspace is up to date.\n";
            return ExitCode::Done;
        });
    });
}

}  // namespace rapport::app
