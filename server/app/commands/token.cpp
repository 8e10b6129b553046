#include <iostream>

#include "app/command.h"
#include "app/table.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string email;
    std::string name = "command line";
    std::string id;
};

ExitCode create(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    RecordId user = workspace.actor(options.email).user();
    std::cout << workspace.identity().create_token(user, options.name) << "\n";
    return ExitCode::Done;
}

ExitCode list(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    Table table;
    for (auto name : {"id", "name", "created", "used", "expires"}) table.add_column(name);
    auto text = [](const std::optional<DateTime>& moment) { return moment ? moment->text() : std::string(); };
    for (const auto& token : workspace.identity().tokens(workspace.actor(options.email).user()))
        table.add_row({token.id, token.name, token.created_at.text(), text(token.used_at), text(token.expires_at)});
    table.print(std::cout);
    return ExitCode::Done;
}

ExitCode revoke(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    if (!workspace.identity().revoke_token(workspace.actor(options.email).user(), options.id))
        throw Failure(FailureKind::NotFound, "not_found", options.email + " has no token with that id. List them with: rapport token list");
    std::cout << "The token does not work any more.\n";
    return ExitCode::Done;
}

CLI::App* add_command(CLI::App& parent, const SetAction& set_action, const char* name, const char* help, const std::shared_ptr<Options>& options, ExitCode (*run)(const Options&)) {
    CLI::App* command = parent.add_subcommand(name, help);
    add_location(*command, options->location);
    command->add_option("--user", options->email, "E-mail address of the one in whose name the token works")->required();
    command->callback([options, set_action, run] { set_action([options, run] { return run(*options); }); });
    return command;
}

}  // namespace

void add_token(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* tokens = program.add_subcommand("token", "Tokens for programs that use the API");
    tokens->require_subcommand(1);
    CLI::App* creating = add_command(*tokens, set_action, "create", "Make a token and print it; it is not shown again", options, create);
    creating->add_option("--name", options->name, "What the token is for")->capture_default_str();
    creating->footer("Example:\n  rapport token create --data data --user you@example.com");
    add_command(*tokens, set_action, "list", "A person's tokens; the tokens themselves are not kept", options, list);
    CLI::App* revoking = add_command(*tokens, set_action, "revoke", "End a token", options, revoke);
    revoking->add_option("id", options->id, "Its id in the list")->required();
}

}  // namespace rapport::app
