#include <iostream>

#include "app/command.h"
#include "app/demo_workspace.h"
#include "app/first_data.h"
#include "metadata/field_type.h"
#include "metadata/object.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    FirstUser user;
    bool password_from_input = false;
    std::string organization = "My company";
    std::string currency_code = "EUR";
    bool demo = false;
};

/// Before anything is made: a workspace without somebody who can log in is of no use.
void check(const Options& options) {
    metadata::Field address;
    address.name = "admin-email";
    address.label = "The administrator's e-mail address";
    const metadata::FieldType* type = metadata::find_field_type("email");
    if (auto configured = type->configure(address, Json::Members{}); !configured) throw invalid_field(configured.error());
    if (auto read = type->read(options.user.email, address); !read) throw invalid_field(read.error());
    if (options.currency_code.size() != 3) throw invalid_field({"currency", "invalid_currency", "A currency is three capital letters, such as EUR."});
}

ExitCode run(Options& options) {
    check(options);
    if (!options.password_from_input) throw Failure(FailureKind::Invalid, "password_missing", "Give the administrator's password on standard input, with --admin-password-stdin.");
    options.user.password = password_from_input();
    identity::check_password(options.user.password);
    Workspace workspace(options.location, Workspace::Opening::New);
    make_first_data(workspace, options.user, options.organization, options.currency_code);
    if (options.demo) make_demo_workspace(workspace, options.user.password);
    std::cout << "The workspace is ready in " << options.location.folder.string() << ". Log in as " << options.user.email << ".\n";
    return ExitCode::Done;
}

}  // namespace

void add_init(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("init", "Make a workspace");
    add_location(*command, options->location);
    command->add_option("--admin-email", options->user.email, "E-mail address of the first administrator")->required();
    command->add_flag("--admin-password-stdin", options->password_from_input, "Read the administrator's password from standard input");
    command->add_option("--admin-first-name", options->user.first_name, "First name of the administrator");
    command->add_option("--admin-last-name", options->user.last_name, "Last name of the administrator")->capture_default_str();
    command->add_option("--organization", options->organization, "Name of the company")->capture_default_str();
    command->add_option("--currency", options->currency_code, "Currency of the company's totals")->capture_default_str();
    command->add_flag("--demo", options->demo, "Fill it with a made-up company to try things with");
    command->footer("Example:\n  echo 'a long password' | rapport init --data data --admin-email you@example.com --admin-password-stdin");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
