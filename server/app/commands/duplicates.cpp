#include <iostream>

#include "app/command.h"
#include "duplicates/finding.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string object;
};

ExitCode find(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    if (!options.object.empty()) workspace.registry().current()->object(options.object);
    for (const metadata::Object& object : workspace.registry().current()->objects()) {
        if (object.duplicate_rules.empty() || (!options.object.empty() && object.name != options.object)) continue;
        auto found = duplicates::find(workspace.database(), workspace.registry(), object.name).value_or(0);
        auto pairs = workspace.database().read([&](storage::Session& session) {
            return session.value("SELECT COUNT(*) FROM duplicate_pair WHERE object = ?1 AND dismissed = 0", {object.number})->integer();
        });
        std::cout << object.plural_label << ": " << found << " looked at, " << pairs << " pairs are likely the same.\n";
    }
    return ExitCode::Done;
}

}  // namespace

void add_duplicates(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* duplicates = program.add_subcommand("duplicates", "Records that are likely the same");
    duplicates->require_subcommand(1);
    CLI::App* command = duplicates->add_subcommand("find", "Look for them among what has changed, or among all when the rules have (a server does it every ten minutes)");
    add_location(*command, options->location);
    command->add_option("--object", options->object, "Only those of this object, such as contact");
    command->footer("Example:\n  rapport duplicates find --data data --object contact");
    command->callback([options, set_action] { set_action([options] { return find(*options); }); });
}

}  // namespace rapport::app
