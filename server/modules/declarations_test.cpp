#include "modules/declarations.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

namespace rapport::modules {
namespace {

// An object whose file is not listed in its module's CMakeLists.txt would be missing from the program.
TEST(Declarations, HoldEveryDeclarationFile) {
    std::set<std::string> on_disk, in_program;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RAPPORT_SOURCE_DIR "/server/modules")) {
        if (entry.path().extension() == ".json") on_disk.insert(entry.path().stem());
    }
    for (const Json& declaration : declarations()) in_program.insert(declaration["name"].string());
    EXPECT_EQ(in_program, on_disk);
}

TEST(Declarations, BeginWithTheCoreModule) { EXPECT_EQ(declarations().front()["name"].string(), "organization"); }

}  // namespace
}  // namespace rapport::modules
