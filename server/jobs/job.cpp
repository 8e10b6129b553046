#include "jobs/job.h"

#include <array>
#include <utility>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::jobs {
namespace {

constexpr std::array names{std::pair(State::Waiting, "waiting"), std::pair(State::Running, "running"), std::pair(State::Done, "done"), std::pair(State::Failed, "failed"),
                           std::pair(State::Cancelled, "cancelled")};

}  // namespace

std::string_view name_of(State state) {
    for (const auto& [known, name] : names)
        if (known == state) return name;
    return "failed";
}

State state_of(std::string_view name) {
    for (const auto& [state, known] : names)
        if (name == known) return state;
    throw Failure(FailureKind::Invalid, "out_of_range", "A job is waiting, running, done, failed or cancelled.", {{"state", "out_of_range", "It was " + text::quoted(name) + "."}});
}

}  // namespace rapport::jobs
