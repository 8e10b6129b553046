#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace rapport::storage {

/// One step of how an engine means to answer a statement.
struct PlanStep {
    enum class Way {
        Record,  // those rows whose id is known
        Index,   // those rows that an index leads to
        Walk,    // along an index, from its end
        All,     // every row of the table
        Sort,    // what was found, before it is answered
    };
    Way way = Way::All;
    std::string table;  // as the statement calls it; empty for Sort
    std::string index;  // Index, Walk
    int keys = 0;       // Index: how many of its columns are given
    std::optional<std::int64_t> rows = {};  // how many the engine expects
};

/// What the engine says of how it would answer the statement, first things first. It is not run.
std::vector<PlanStep> plan(Session& session, std::string_view sql, std::span<const Value> parameters);

}  // namespace rapport::storage
