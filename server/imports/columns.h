#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rapport::imports {

/// The columns of a file, found by name without regard to case and accents.
class Columns {
public:
    /// `header` has no name twice, as documents::Table gives it.
    explicit Columns(std::vector<std::string> header);

    const std::vector<std::string>& names() const { return names_; }
    /// How many of them, from the first, are data: the columns that an error file adds at its end are not.
    std::size_t data_columns() const { return data_columns_; }
    std::optional<std::size_t> find(std::string_view name) const;
    /// Problem: "unknown_column", naming the nearest.
    Result<std::size_t> require(std::string_view name) const;

private:
    std::vector<std::string> names_;
    std::size_t data_columns_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

/// What an error file adds to the columns of the file that was imported.
inline constexpr std::string_view line_column = "line";
inline constexpr std::string_view error_column = "error";

}  // namespace rapport::imports
