#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(long_text_type());

TEST(LongText, holds_a_hundred_thousand_characters) {
    EXPECT_TRUE(field.type->read(std::string(131'072, 'a'), field));
    EXPECT_EQ(read_back(field, std::string(131'073, 'a')), "too_long");
}

TEST(LongText, keeps_line_breaks) { EXPECT_EQ(read_back(field, "one\r\ntwo"), R"("one\r\ntwo")"); }

/// The strings of a well-known list that break programs; none where the shared data is not at hand.
std::vector<Json> naughty_strings() {
    std::string path = RAPPORT_SOURCE_DIR "/../shared/data/naughty-strings/blns.json";
    std::ifstream file(path);
    if (!file) {
        std::cerr << "shared data set missing: " << path << '\n';
        return {};
    }
    std::stringstream text;
    text << file.rdbuf();
    return Json::parse(text.str()).array();
}

TEST(LongText, gives_naughty_strings_back_byte_for_byte) {
    for (const Json& naughty : naughty_strings()) {
        auto stored = field.type->read(naughty, field);
        ASSERT_TRUE(stored) << naughty.string();
        EXPECT_EQ(Json::parse(written(field, *stored)).string(), naughty.string());
        EXPECT_EQ(field.type->text(Cell(*stored), field), naughty.string());
    }
}

}  // namespace
}  // namespace rapport::metadata::types
