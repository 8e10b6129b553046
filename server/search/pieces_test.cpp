#include "search/pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/words.h"

namespace rapport::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::Contains;

std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::string> out;
    Pieces cut(text);
    for (const Piece& piece : cut.list()) out.push_back(piece.text);
    return out;
}

std::vector<std::string> words(std::string_view text) { return words_of(Pieces(text)); }

TEST(Pieces, are_runs_of_letters_and_digits) {
    EXPECT_THAT(pieces("Müller & Söhne (Berlin), 24/7"), ElementsAre("muller", "sohne", "berlin", "24", "7"));
    EXPECT_THAT(pieces(" .,;\"*() "), ElementsAre());
}

TEST(Pieces, keep_vowel_signs_with_their_letters) {
    EXPECT_THAT(pieces("राम कुमार"), ElementsAre("राम", "कमार"));  // marks that take no place of their own do not count
    EXPECT_THAT(pieces("می\u200cخواهم"), ElementsAre("میخواهم"));
}

TEST(Pieces, keep_signs_at_the_end_of_names) {
    EXPECT_THAT(pieces("C++, C#; a+b anna+news"), ElementsAre("c++", "c#", "a", "b", "anna", "news"));
    EXPECT_THAT(pieces("+49 30"), ElementsAre("49", "30"));
}

TEST(Pieces, part_scripts_without_spaces_from_others) { EXPECT_THAT(pieces("ABC株式会社 東京2号"), ElementsAre("abc", "株式会社", "東京", "2", "号")); }

TEST(Words, of_unspaced_scripts_are_pairs) {
    EXPECT_THAT(words("株式会社"), ::testing::UnorderedElementsAre("株式", "式会", "会社", "社"));
    EXPECT_THAT(words("東"), ElementsAre("東"));
}

TEST(Words, that_are_written_as_one_are_also_one) {
    EXPECT_THAT(words("INV-2026-0042"), IsSupersetOf({"inv", "2026", "0042", "42", "inv20260042"}));
    EXPECT_THAT(words("O'Neil"), IsSupersetOf({"o", "neil", "oneil"}));
    EXPECT_THAT(words("06 28 12 34 56"), Contains("0628123456"));
    EXPECT_THAT(words("well-known"), Not(Contains("wellknown")));
    EXPECT_THAT(words("anna@x.example"), ElementsAre("anna", "example", "x"));
}

TEST(Words, that_may_be_mistyped_are_of_letters) {
    EXPECT_THAT(names_of(Pieces("Müller Ltd 2026 abc123 C++ Łódź O'Neil")), ElementsAre("lodz", "muller", "neil", "oneil"));
}

}  // namespace
}  // namespace rapport::search
