#include <iostream>

#include "app/command.h"

namespace rapport::app {

void add_migrate(CLI::App& program, const SetAction& set_action) {
    auto location = std::make_shared<Location>();
    CLI::App* command = program.add_subcommand("migrate", "Bring a workspace up to this program (serve does it too)");
    add_location(*command, *location);
    command->footer("Example:\n  rapport migrate --data data");
    command->callback([location, set_action] {
        set_action([location] {
            Workspace workspace(*location, Workspace::Opening::Existing);
            workspace.registry().wait_for_indexes();
            std::cout << "The workspace is up to date.\n";
            return ExitCode::Done;
        });
    });
}

}  // namespace rapport::app
