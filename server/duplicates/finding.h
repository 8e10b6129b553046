#pragma once

#include <functional>
#include <optional>
#include <string>

#include "jobs/queue.h"
#include "metadata/registry.h"
#include "storage/database.h"

namespace rapport::duplicates {

/// How the work is done: each step writes in a transaction, and says how many records have been looked at since it began.
struct Steps {
    std::function<void(const std::function<void(storage::Session&)>&)> write;
    std::function<void(std::int64_t)> looked_at;
};

/// Brings the pairs of an object up to date (docs/decisions/0104): looks at all records when that was never done by its rules
/// as they are, and otherwise at those that have changed since. What was done stays when it is interrupted. Answers how many
/// records it looked at; none while the keys of the object are still being made.
std::optional<std::int64_t> find(storage::Database& database, const metadata::Registry& registry, const std::string& object, const Steps& steps);
/// The same in one go.
std::optional<std::int64_t> find(storage::Database& database, const metadata::Registry& registry, const std::string& object);

constexpr const char* kind_name = "duplicates.find";
/// The job that does so for all objects.
void add_kind(jobs::Queue& queue, storage::Database& database, const metadata::Registry& registry);

}  // namespace rapport::duplicates
