#include <CLI/CLI.hpp>
#include <iostream>

#include "app/command.h"
#include "base/log.h"

namespace {

using namespace rapport;
using app::ExitCode;

void say(const Failure& failure) {
    std::cerr << "rapport: " << failure.what() << "\n";
    for (const Problem& problem : failure.problems())
        if (problem.message != failure.what()) std::cerr << "  " << (problem.field.empty() ? "" : problem.field + ": ") << problem.message << "\n";
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program("Rapport: customer relationship management in one program.", "rapport");
    program.set_version_flag("--version", std::string("rapport ") + RAPPORT_VERSION);
    program.require_subcommand(1);
    program.set_help_all_flag("--help-all", "Help of all commands");
    program.footer("Begin with:\n  rapport init --data data --admin-email you@example.com\n  rapport serve --data data --listen 127.0.0.1:8080");

    app::Action action;
    app::SetAction set_action = [&](app::Action chosen) { action = std::move(chosen); };
    for (auto add : {app::add_init, app::add_serve, app::add_migrate, app::add_import, app::add_export, app::add_query, app::add_user, app::add_token, app::add_jobs, app::add_check, app::add_trash, app::add_duplicates, app::add_backup, app::add_restore, app::add_migrate_engine, app::add_migrate_files, app::add_bench})
        add(program, set_action);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        int code = program.exit(error);
        return code == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    try {
        ExitCode code = action();
        if (!std::cout.flush()) throw Failure(FailureKind::Unavailable, "answer_unwritable", "What the command answers cannot be written: is the disk full?");
        return static_cast<int>(code);
    } catch (const Failure& failure) {
        say(failure);
        return static_cast<int>(app::exit_code_of(failure));
    } catch (const std::exception& error) {
        std::cerr << "rapport: something went wrong in the program: " << error.what() << "\n";
        return static_cast<int>(ExitCode::Bug);
    }
}
