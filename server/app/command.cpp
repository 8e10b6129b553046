#include "app/command.h"

#include <iostream>

namespace rapport::app {

ExitCode exit_code_of(const Failure& failure) {
    switch (failure.kind()) {
        case FailureKind::Invalid:
        case FailureKind::TooLarge: return ExitCode::Invalid;
        case FailureKind::NotFound: return ExitCode::NotFound;
        case FailureKind::Conflict: return ExitCode::Conflict;
        case FailureKind::Unavailable:
        case FailureKind::TooMany: return ExitCode::Unavailable;
        case FailureKind::Forbidden:
        case FailureKind::Unauthenticated: return ExitCode::Forbidden;
        case FailureKind::Internal: break;
    }
    return ExitCode::Bug;
}

void add_location(CLI::App& command, Location& location) {
    command.add_option("--data", location.folder, "Folder of the workspace: database, files, secrets")->capture_default_str();
    command.add_option("--database", location.database_url, "postgresql://user@host/name; without it SQLite in the folder")->envname("RAPPORT_DATABASE");
}

std::string password_from_input() {
    std::string password;
    std::getline(std::cin, password);
    if (!password.empty() && password.back() == '\r') password.pop_back();
    if (password.empty()) throw Failure(FailureKind::Invalid, "password_missing", "Standard input has no password: write it as one line.");
    return password;
}

}  // namespace rapport::app
