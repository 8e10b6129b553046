#include "base/person_name.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(PersonName, is_first_then_last) { EXPECT_EQ(full_name({"Ada", "Lovelace"}), "Ada Lovelace"); }

TEST(PersonName, does_without_either_part) {
    EXPECT_EQ(full_name({"", "Plato"}), "Plato");
    EXPECT_EQ(full_name({"Plato", ""}), "Plato");
}

TEST(PersonName, puts_the_family_name_first_where_that_is_the_custom) {
    EXPECT_EQ(full_name({"太郎", "山田"}), "山田太郎");
    EXPECT_EQ(full_name({"민준", "김"}), "김민준");
}

TEST(SplitName, takes_the_last_word_as_family_name) { EXPECT_EQ(split_name("Mary Ann Evans"), (PersonName{"Mary Ann", "Evans"})); }

TEST(SplitName, keeps_particles_with_the_family_name) {
    EXPECT_EQ(split_name("Ludwig van Beethoven"), (PersonName{"Ludwig", "van Beethoven"}));
    EXPECT_EQ(split_name("Otto von der Heide"), (PersonName{"Otto", "von der Heide"}));
}

TEST(SplitName, leaves_a_first_name_that_looks_like_a_particle) { EXPECT_EQ(split_name("Van Morrison"), (PersonName{"Van", "Morrison"})); }

TEST(SplitName, reads_the_comma_of_lists) { EXPECT_EQ(split_name("Lovelace, Ada"), (PersonName{"Ada", "Lovelace"})); }

TEST(SplitName, takes_one_word_as_family_name) {
    EXPECT_EQ(split_name("Plato"), (PersonName{"", "Plato"}));
    EXPECT_EQ(split_name("王小明"), (PersonName{"", "王小明"}));
}

TEST(SplitName, knows_who_puts_the_family_name_first) { EXPECT_EQ(split_name("山田 太郎"), (PersonName{"太郎", "山田"})); }

TEST(SplitName, reads_blanks_of_any_script) { EXPECT_EQ(split_name("山田　太郎"), (PersonName{"太郎", "山田"})); }

TEST(SplitName, finds_nothing_in_nothing) { EXPECT_EQ(split_name("  "), PersonName{}); }

}  // namespace
}  // namespace rapport
