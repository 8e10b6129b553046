#include "storage/sqlite/like_pattern.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::storage {
namespace {

bool matches(std::string_view pattern, std::string_view text) { return LikePattern(pattern).matches(text); }

TEST(LikePattern, takes_any_run_of_characters) {
    EXPECT_TRUE(matches("%", ""));
    EXPECT_TRUE(matches("a%", "abc"));
    EXPECT_TRUE(matches("%c", "abc"));
    EXPECT_TRUE(matches("%ab%", "aaab"));
    EXPECT_TRUE(matches("a%%c", "ac"));
    EXPECT_TRUE(matches("%a%b%c%", "xaxbxcx"));
    EXPECT_FALSE(matches("a%", "ba"));
    EXPECT_FALSE(matches("%a%b", "abc"));
}

TEST(LikePattern, takes_one_character_of_any_length_in_bytes) {
    EXPECT_TRUE(matches("_", "ü"));
    EXPECT_TRUE(matches("_", "👍"));
    EXPECT_FALSE(matches("_", ""));
    EXPECT_FALSE(matches("_", "ab"));
    EXPECT_TRUE(matches("%_ü", "xü"));
}

TEST(LikePattern, folds_case_in_any_script) {
    EXPECT_TRUE(matches("ÄÖÜ", "äöü"));
    EXPECT_TRUE(matches("привет%", "ПРИВЕТ, мир"));
    EXPECT_TRUE(matches("straße", "STRAẞE"));
    EXPECT_FALSE(matches("a", "ä"));
}

TEST(LikePattern, takes_the_character_after_a_backslash_as_it_is) {
    EXPECT_TRUE(matches("100\\%", "100%"));
    EXPECT_FALSE(matches("100\\%", "1000"));
    EXPECT_TRUE(matches("\\\\", "\\"));
    EXPECT_THROW(LikePattern("a\\"), Failure);
}

TEST(LikePattern, takes_little_time_for_many_runs) {
    EXPECT_FALSE(matches("%a%a%a%a%a%a%a%a%a%a%a%a%b", std::string(2000, 'a')));
}

}  // namespace
}  // namespace rapport::storage
