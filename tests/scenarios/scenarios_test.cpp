#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <vector>

#include "runner.h"

namespace rapport::scenarios {
namespace {

const std::filesystem::path root = std::filesystem::path(RAPPORT_SOURCE_DIR) / "tests" / "scenarios";
const std::filesystem::path documents = std::filesystem::path(RAPPORT_SOURCE_DIR) / "docs";
const std::filesystem::path shared_data = std::filesystem::path(RAPPORT_SOURCE_DIR) / ".." / "shared" / "data";

/// Those that need data sets from beside the project are left out, with a word, where there are none.
std::vector<std::filesystem::path> scenario_files() {
    std::vector<std::filesystem::path> files;
    auto add_those_in = [&](const std::filesystem::path& folder, std::string_view extension) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() != extension) continue;
            auto steps = read_scenario(entry.path());
            bool needs_shared = std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.text.find(" shared:") != std::string::npos; });
            if (needs_shared && !std::filesystem::exists(shared_data)) std::cerr << "shared data set missing: " << entry.path().filename().string() << " is left out\n";
            else if (!steps.empty()) files.push_back(entry.path());
        }
    };
    add_those_in(root, ".scenario");
    add_those_in(documents, ".md");
    std::sort(files.begin(), files.end());
    return files;
}

class Scenario : public ::testing::TestWithParam<std::tuple<storage::testing::Engine, std::filesystem::path>> {};

std::string name_of(const ::testing::TestParamInfo<Scenario::ParamType>& info) {
    auto path = std::filesystem::relative(std::get<1>(info.param), root).replace_extension("").string();
    std::replace_if(path.begin(), path.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return path + (std::get<0>(info.param) == storage::testing::Engine::Sqlite ? "_sqlite" : "_postgres");
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, ::testing::Combine(storage::testing::every_engine(), ::testing::ValuesIn(scenario_files())), name_of);

TEST_P(Scenario, goes_as_written) { Runner(std::get<0>(GetParam()), std::get<1>(GetParam())).run(); }

}  // namespace
}  // namespace rapport::scenarios
