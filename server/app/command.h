#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "app/workspace.h"

namespace rapport::app {

/// What a command ends with, for scripts.
enum class ExitCode { Done = 0, Bug = 1, Usage = 2, Invalid = 3, NotFound = 4, Conflict = 5, Unavailable = 6, Forbidden = 7, SomeFailed = 8 };

ExitCode exit_code_of(const Failure& failure);

/// A command adds its options and says what it runs; `run` gets what it answered.
using Action = std::function<ExitCode()>;
using SetAction = std::function<void(Action)>;

/// --data and --database, which nearly every command has.
void add_location(CLI::App& command, Location& location);

/// A password from standard input, without its line break. Throws Failure(Invalid, "password_missing") when there is none.
std::string password_from_input();

// Each adds one command of the program.
void add_init(CLI::App& program, const SetAction& set_action);
void add_serve(CLI::App& program, const SetAction& set_action);
void add_migrate(CLI::App& program, const SetAction& set_action);
void add_import(CLI::App& program, const SetAction& set_action);
void add_export(CLI::App& program, const SetAction& set_action);
void add_query(CLI::App& program, const SetAction& set_action);
void add_user(CLI::App& program, const SetAction& set_action);
void add_token(CLI::App& program, const SetAction& set_action);
void add_jobs(CLI::App& program, const SetAction& set_action);
void add_check(CLI::App& program, const SetAction& set_action);
void add_backup(CLI::App& program, const SetAction& set_action);
void add_restore(CLI::App& program, const SetAction& set_action);
void add_migrate_engine(CLI::App& program, const SetAction& set_action);
void add_migrate_files(CLI::App& program, const SetAction& set_action);
void add_duplicates(CLI::App& program, const SetAction& set_action);
void add_trash(CLI::App& program, const SetAction& set_action);
void add_bench(CLI::App& program, const SetAction& set_action);

}  // namespace rapport::app
