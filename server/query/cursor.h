#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "base/value.h"
#include "query/select.h"

namespace rapport::query {

/// Where a page ended.
struct CursorPosition {
    std::vector<Value> values;              // of the sort order in the last record, its id last; empty for groups
    std::int64_t offset = 0;                // of groups: how many were read
    std::optional<std::int64_t> remaining;  // of the question's own LIMIT
    friend bool operator==(const CursorPosition&, const CursorPosition&) = default;
};

/// The position as text that is safe in an address, good for this question only.
std::string write_cursor(const CursorPosition& position, std::uint64_t fingerprint);

/// Throws Failure(Invalid, "invalid_cursor") when the text is damaged or comes from another question.
CursorPosition read_cursor(std::string_view text, std::uint64_t fingerprint);

Failure invalid_cursor();

/// The same for two questions that walk the same records in the same order, whatever fields and pages they ask for.
std::uint64_t fingerprint_of(const Select& select);

}  // namespace rapport::query
