#include <iostream>

#include "app/command.h"
#include "app/table.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string state;
    std::string kind;
    std::int64_t limit = 50;
    std::int64_t id = 0;
};

std::string text_of(DateTime moment) { return moment == DateTime() ? "" : moment.text(); }

std::string progress_of(const jobs::Progress& progress) {
    if (progress.total > 0) return std::to_string(progress.done * 100 / progress.total) + " %";
    return progress.done > 0 ? std::to_string(progress.done) : progress.note;
}

ExitCode list(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    jobs::Queue::Wanted wanted{.kind = options.kind, .limit = options.limit};
    if (!options.state.empty()) wanted.state = jobs::state_of(options.state);
    Table table;
    for (auto name : {"id", "kind", "state", "user", "progress", "attempts", "due", "finished", "failure"}) table.add_column(name);
    for (const jobs::Job& job : workspace.jobs().list(wanted)) {
        auto person = job.user ? workspace.directory().find(job.user) : std::nullopt;
        table.add_row({std::to_string(job.id), job.kind, std::string(jobs::name_of(job.state)), person ? person->email : "", progress_of(job.progress), std::to_string(job.attempts),
                       text_of(job.due_at), text_of(job.finished_at), job.failure});
    }
    table.print(std::cout);
    return ExitCode::Done;
}

ExitCode schedules(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    Table table;
    for (auto name : {"name", "rule", "zone", "next"}) table.add_column(name);
    for (const auto& [schedule, next_at] : workspace.jobs().schedules()) table.add_row({schedule.name, schedule.rule, schedule.zone, text_of(next_at)});
    table.print(std::cout);
    return ExitCode::Done;
}

ExitCode cancel(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    auto job = workspace.jobs().cancel(options.id);
    std::cout << (job.state == jobs::State::Running ? "The job ends as soon as its work looks.\n" : "The job is " + std::string(jobs::name_of(job.state)) + ".\n");
    return ExitCode::Done;
}

ExitCode retry(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    workspace.jobs().retry(options.id);
    std::cout << "The job waits for a server to do it.\n";
    return ExitCode::Done;
}

CLI::App* add_command(CLI::App& parent, const SetAction& set_action, const char* name, const char* help, const std::shared_ptr<Options>& options, ExitCode (*run)(const Options&)) {
    CLI::App* command = parent.add_subcommand(name, help);
    add_location(*command, options->location);
    command->callback([options, set_action, run] { set_action([options, run] { return run(*options); }); });
    return command;
}

}  // namespace

void add_jobs(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* jobs = program.add_subcommand("jobs", "Work in the background: imports, house-keeping");
    jobs->require_subcommand(1);
    CLI::App* listing = add_command(*jobs, set_action, "list", "Jobs, the newest first", options, list);
    listing->add_option("--state", options->state, "Only those that are waiting, running, done, failed or cancelled");
    listing->add_option("--kind", options->kind, "Only those of one kind, such as import");
    listing->add_option("--limit", options->limit, "At most so many")->check(CLI::Range(1, 10'000))->capture_default_str();
    listing->footer("Example:\n  rapport jobs list --data data --state failed");
    add_command(*jobs, set_action, "schedules", "What is done by the clock, and when next", options, schedules);
    add_command(*jobs, set_action, "cancel", "Cancel a job; what it has done stays", options, cancel)->add_option("id", options->id, "Its number in the list")->required();
    add_command(*jobs, set_action, "retry", "Try a job again that failed or was cancelled", options, retry)->add_option("id", options->id, "Its number in the list")->required();
}

}  // namespace rapport::app
