#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/calendar.h"
#include "records/service.h"
#include "security/actor.h"

namespace rapport::demo {

/// Called before each step, with what is about to be made: "accounts and contacts".
using Progress = std::function<void(std::string_view step)>;

struct Options {
    Date today;               // two years of history end here
    std::uint64_t seed = 20;  // the same seed and day make the same company
    int percent = 100;        // of 400 accounts, 2,000 contacts, 600 opportunities and what belongs to them
};

/// Fills a new workspace with a made-up company: its people, their customers, and two years of what they did together.
///
/// The workspace has what every new one begins with: an organization, an administrator, a default pipeline and a
/// standard price book. Everything goes through the same pipeline as people's own changes; the log-ins of the people
/// that are made have no passwords yet.
/// Throws Failure(Invalid, "not_empty") when there are accounts already.
void make_demo(records::Service& service, const security::Actor& system, const Options& options, const Progress& progress);

/// The same, ending today.
void make_demo(records::Service& service, const security::Actor& system, const Progress& progress);

}  // namespace rapport::demo
