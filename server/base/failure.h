#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport {

/// What went wrong, as far as the caller can do something about it. Each kind is one HTTP status and one exit code.
enum class FailureKind {
    Invalid,          // the input can be mended: syntax, types, validation
    Unauthenticated,  // nobody is logged in, or the credentials are wrong
    Forbidden,        // this person may not do this
    NotFound,         // not there, or not to be seen by this person
    Conflict,         // the state has moved on: stale version, duplicate, in use
    TooLarge,         // more than a stated limit
    TooMany,          // too often; try later
    Unavailable,      // a resource is away: database, disk, deadline
    Internal,         // a bug
};

/// One thing wrong with one part of the input.
struct Problem {
    std::string field;    // name of the field or parameter; empty when it is about the whole
    std::string code;     // stable: "required", "unknown_field", "out_of_range"
    std::string message;  // what happened, why, what to do
};

/// Thrown when a request or job cannot go on. Caught by the api dispatcher, the job runner and main, nowhere else.
class Failure : public std::runtime_error {
public:
    Failure(FailureKind kind, std::string code, const std::string& message, std::vector<Problem> problems = {})
        : std::runtime_error(message), kind_(kind), code_(std::move(code)), problems_(std::move(problems)) {}

    FailureKind kind() const { return kind_; }
    /// Stable, in snake_case, for programs to compare.
    const std::string& code() const { return code_; }
    const std::vector<Problem>& problems() const { return problems_; }
    /// What else programs need to know: members of the answer, and their values as JSON.
    const std::vector<std::pair<std::string, std::string>>& members() const { return members_; }
    Failure with(std::string member, std::string json) const {
        Failure out = *this;
        out.members_.emplace_back(std::move(member), std::move(json));
        return out;
    }

private:
    FailureKind kind_;
    std::string code_;
    std::vector<Problem> problems_;
    std::vector<std::pair<std::string, std::string>> members_;
};

/// A Failure of kind Invalid about one field.
Failure invalid_field(const Problem& problem);

/// Ends with an Internal Failure when a condition that only a bug can break does not hold. Never for user input.
void ensure(bool condition, std::string_view why);

}  // namespace rapport
