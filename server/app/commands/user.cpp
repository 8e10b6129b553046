#include <iostream>

#include "app/command.h"
#include "app/table.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string email;
    std::string first_name;
    std::string last_name;
    bool administrator = false;
    bool password_from_input = false;
};

void set_password(Workspace& workspace, const Options& options, RecordId user) {
    if (!options.password_from_input) return;
    workspace.identity().set_password(user, password_from_input());
}

ExitCode add(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    records::Operation operation;
    operation.object = "user";
    operation.fields = Json::Members{{"email", options.email}, {"first_name", options.first_name}, {"last_name", options.last_name}, {"administrator", options.administrator}};
    auto system = security::Actor::system("command line");
    RecordId id = workspace.records().apply({system, records::Source::System}, operation).id;
    set_password(workspace, options, id);
    std::cout << id.text() << "\n";
    return ExitCode::Done;
}

ExitCode change_password(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    set_password(workspace, options, workspace.actor(options.email).user());
    std::cout << "The password is changed; sessions of " << options.email << " have ended.\n";
    return ExitCode::Done;
}

CLI::App* add_command(CLI::App& parent, const SetAction& set_action, const char* name, const char* help, const std::shared_ptr<Options>& options, ExitCode (*run)(const Options&)) {
    CLI::App* command = parent.add_subcommand(name, help);
    add_location(*command, options->location);
    command->add_option("--email", options->email, "E-mail address, which people log in with")->required();
    command->callback([options, set_action, run] { set_action([options, run] { return run(*options); }); });
    return command;
}

}  // namespace

void add_user(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* users = program.add_subcommand("user", "People who log in");
    users->require_subcommand(1);
    CLI::App* adding = add_command(*users, set_action, "add", "Add a person", options, add);
    adding->add_option("--first-name", options->first_name, "First name");
    adding->add_option("--last-name", options->last_name, "Last name")->required();
    adding->add_flag("--administrator", options->administrator, "May do everything");
    adding->add_flag("--password-stdin", options->password_from_input, "Read the password from standard input");
    CLI::App* password = add_command(*users, set_action, "password", "Set somebody's password", options, change_password);
    password->add_flag("--password-stdin", options->password_from_input, "Read the password from standard input")->required();
    users->footer("Example:\n  echo 'a long password' | rapport user add --data data --email ada@example.com --last-name Lovelace --password-stdin");
}

}  // namespace rapport::app
