#include <iostream>

#include "app/command.h"
#include "app/demo_workspace.h"
#include "metadata/field_type.h"
#include "metadata/object.h"
#include "onboarding/first_data.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    onboarding::FirstData first;
    bool password_from_input = false;
    bool demo = false;
};

/// Before anything is made.
void check(const Options& options) {
    metadata::Field address;
    address.name = "admin-email";
    address.label = "The administrator's e-mail address";
    const metadata::FieldType* type = metadata::find_field_type("email");
    if (auto configured = type->configure(address, Json::Members{}); !configured) throw invalid_field(configured.error());
    if (auto read = type->read(options.first.email, address); !read) throw invalid_field(read.error());
    if (!options.password_from_input) throw Failure(FailureKind::Invalid, "password_missing", "Give the administrator's password on standard input, with --admin-password-stdin.");
}

/// The first administrator comes by the browser, with what else is to be known.
ExitCode make_empty(const Options& options) {
    if (options.demo) throw Failure(FailureKind::Invalid, "administrator_missing", "A workspace with a made-up company needs somebody who can log in: give --admin-email, too.");
    Workspace workspace(options.location, Workspace::Opening::New);
    std::cout << "The workspace is ready in " << options.location.folder.string() << ". Serve it: whoever opens it first makes the first administrator, with a code that rapport serve prints.\n";
    return ExitCode::Done;
}

ExitCode run(Options& options) {
    if (options.first.email.empty()) return make_empty(options);
    check(options);
    options.first.password = password_from_input();
    identity::check_password(options.first.password);
    Workspace workspace(options.location, Workspace::Opening::New);
    onboarding::make_first_data(workspace.records(), options.first);
    if (options.demo) make_demo_workspace(workspace, options.first.password);
    std::cout << "The workspace is ready in " << options.location.folder.string() << ". Log in as " << options.first.email << ".\n";
    return ExitCode::Done;
}

}  // namespace

void add_init(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("init", "Make a workspace");
    add_location(*command, options->location);
    command->add_option("--admin-email", options->first.email, "E-mail address of the first administrator; without one, the first administrator is made in the browser");
    command->add_flag("--admin-password-stdin", options->password_from_input, "Read the administrator's password from standard input");
    command->add_option("--admin-first-name", options->first.first_name, "First name of the administrator");
    command->add_option("--admin-last-name", options->first.last_name, "Last name of the administrator")->capture_default_str();
    command->add_option("--organization", options->first.organization, "Name of the company")->capture_default_str();
    command->add_option("--currency", options->first.currency_code, "Currency of the company's totals")->capture_default_str();
    command->add_flag("--demo", options->demo, "Fill it with a made-up company to try things with");
    command->footer("Example:\n  echo 'a long password' | rapport init --data data --admin-email you@example.com --admin-password-stdin");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
