#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace rapport::scenarios {

/// One line of a scenario that does something, with what is expected of it.
struct Step {
    int line = 0;
    std::string text;
    std::vector<std::pair<int, std::string>> expectations;  // with their lines
};

/// Reads tests/scenarios/README.md's format. Throws std::runtime_error naming file and line.
std::vector<Step> read_scenario(const std::filesystem::path& file);

}  // namespace rapport::scenarios
