#include <iostream>

#include "app/checking.h"
#include "app/command.h"
#include "app/progress.h"
#include "base/json_writer.h"

namespace rapport::app {
namespace {

void print_json(const std::vector<records::Finding>& findings) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("findings").begin_array();
    for (const auto& finding : findings)
        out.begin_object().member("object", finding.object).member("field", finding.field).member("kind", finding.kind).member("records", finding.records).member("message", finding.message).end_object();
    out.end_array().end_object();
    std::cout << json << "\n";
}

}  // namespace

void add_check(CLI::App& program, const SetAction& set_action) {
    struct Options {
        Location location;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("check", "Look whether everything in a workspace is as it should be; changes nothing");
    add_location(*command, options->location);
    command->add_flag("--json", options->json, "Answer in JSON");
    command->footer("Ends with 8 when something was found.\nExample:\n  rapport check --data data");
    command->callback([options, set_action] {
        set_action([options] {
            Workspace workspace(options->location, Workspace::Opening::Existing);
            workspace.registry().wait_for_indexes();
            auto total = static_cast<std::int64_t>(workspace.registry().current()->objects().size());
            Progress progress("Checking", total);
            auto findings = check(workspace, [&](const std::string&) { progress.advance(1); });
            progress.finish();
            if (options->json) print_json(findings);
            else if (findings.empty()) std::cout << "Everything is as it should be.\n";
            else for (const auto& finding : findings) std::cout << finding.message << "\n";
            return findings.empty() ? ExitCode::Done : ExitCode::SomeFailed;
        });
    });
}

}  // namespace rapport::app
