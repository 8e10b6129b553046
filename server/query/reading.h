#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/query.h"

namespace rapport::query {

/// One step of how a question is answered, for people who wonder why it takes long.
struct ReadingStep {
    std::string code;                  // "record", "index", "walk", "all", "sort", "totals"
    const metadata::Object* object = nullptr;  // null for "sort"
    std::string index;                 // its name, where one is used
    std::optional<std::int64_t> rows;  // how many are read, as far as the engine knows
    std::string message;
};

/// How the engine means to read for this statement, first things first.
std::vector<ReadingStep> reading_of(storage::Session& session, const Statement& statement);

}  // namespace rapport::query
