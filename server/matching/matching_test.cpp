#include <gtest/gtest.h>

#include "base/latin.h"
#include "matching/likeness.h"
#include "matching/normal_forms.h"
#include "matching/spelling.h"

namespace rapport::matching {
namespace {

using metadata::Comparing;

double alike(Comparing as, std::string_view a, std::string_view b) { return likeness(as, normal_form(as, a), normal_form(as, b)); }

struct Two {
    Comparing as;
    const char* a;
    const char* b;
};

class Same : public testing::TestWithParam<Two> {};
TEST_P(Same, says_the_same) { EXPECT_DOUBLE_EQ(alike(GetParam().as, GetParam().a, GetParam().b), 1) << GetParam().a; }
INSTANTIATE_TEST_SUITE_P(Values, Same,
                         testing::Values(Two{Comparing::Person, "Ada Lovelace", "LOVELACE, Ada"}, Two{Comparing::Person, "Dr. José Núñez", "Nunez Jose"}, Two{Comparing::Person, "Jörg Müller", "Mueller, Joerg"}, Two{Comparing::Person, "O'Neil Sean", "Sean ONeil"},
                                         Two{Comparing::Person, "Владимир Петров", "Petrov Vladimir"}, Two{Comparing::Person, "Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"},
                                         Two{Comparing::Company, "Acme Inc.", "ACME Incorporated"}, Two{Comparing::Company, "Müller GmbH & Co. KG", "muller"}, Two{Comparing::Company, "Initech L.L.C.", "Initech LLC"},
                                         Two{Comparing::Company, "Data Base Systems S.A.", "Database Systems"}, Two{Comparing::Address, "12 North Main Street", "12 N. Main St."},
                                         Two{Comparing::Address, "Hauptstraße 5", "Haupt Str. 5"}, Two{Comparing::Address, "221 E. 51st St.", "221 east 51 street"}, Two{Comparing::Email, "Ada.Byron+news@googlemail.com", "adabyron@gmail.com"},
                                         Two{Comparing::Phone, "+49 30 1234567", "030/1234567"}, Two{Comparing::Phone, "2262649", "+1 312 226-2649"}, Two{Comparing::Domain, "https://www.acme.com/about", "info@acme.com"},
                                         Two{Comparing::Date, "1971-06-24", "19710624"}, Two{Comparing::Exact, " DE-123 ", "de-123"}));

class Similar : public testing::TestWithParam<Two> {};
TEST_P(Similar, is_nearly_the_same) {
    const double value = alike(GetParam().as, GetParam().a, GetParam().b);
    EXPECT_GT(value, 0.5) << GetParam().a;
    EXPECT_LT(value, 1) << GetParam().a;
}
INSTANTIATE_TEST_SUITE_P(Values, Similar,
                         testing::Values(Two{Comparing::Person, "Robert Allen", "Rob Alen"}, Two{Comparing::Person, "J. Smith", "John Smith"}, 
                                         Two{Comparing::Person, "Ada Lovelace", "Ada King Lovelace"}, Two{Comparing::Company, "Chicago Commons Association", "Chicago Commons"},
                                         Two{Comparing::Address, "45 richardson circuit caravn park", "45 richardson circuit"}, Two{Comparing::Text, "graoville", "granville"},
                                         Two{Comparing::Email, "roberta25@smith.net", "roberta25@smith.org"}, Two{Comparing::Email, "robert25@smith.net", "robrt25@smith.net"}, Two{Comparing::Phone, "5548440111", "5548440112"},
                                         Two{Comparing::Date, "1971-06-24", "1971-05-24"}, Two{Comparing::Date, "1971-06-04", "1971-04-06"}));

class Different : public testing::TestWithParam<Two> {};
TEST_P(Different, says_something_else) { EXPECT_LE(alike(GetParam().as, GetParam().a, GetParam().b), 0.2) << GetParam().a; }
INSTANTIATE_TEST_SUITE_P(Values, Different,
                         testing::Values(Two{Comparing::Person, "Ada Lovelace", "Grace Hopper"}, Two{Comparing::Person, "John Smith", "Mary Smith"}, Two{Comparing::Company, "Acme Ltd", "Initech Ltd"},
                                         Two{Comparing::Address, "12 Main Street", "7 Ocean Drive"}, Two{Comparing::Email, "ada@example.com", "bea@example.com"}, Two{Comparing::Phone, "+49301234567", "+49309876543"},
                                         Two{Comparing::Domain, "acme.com", "acme.org"}, Two{Comparing::Date, "1971-06-24", "1988-12-01"}, Two{Comparing::Exact, "a", "b"}));

TEST(NormalForms, say_nothing_of_what_says_nothing) {
    for (auto [as, text] : {std::pair(Comparing::Phone, "12"), std::pair(Comparing::Domain, "gmail.com"), std::pair(Comparing::Date, "unknown"), std::pair(Comparing::Exact, " "), std::pair(Comparing::Person, "—")})
        EXPECT_TRUE(normal_form(as, text).empty()) << text;
    // A name of nothing but what is left out elsewhere stays a name.
    EXPECT_EQ(normal_form(Comparing::Company, "The Company"), (std::vector<std::string>{"the", "company"}));
}

TEST(NormalForms, stand_all_input) {
    std::string long_text(100'000, 'x');
    for (auto as : {Comparing::Exact, Comparing::Text, Comparing::Person, Comparing::Company, Comparing::Address, Comparing::Email, Comparing::Phone, Comparing::Domain, Comparing::Date})
        for (const std::string& text : {std::string(), std::string("@"), std::string("..."), std::string("'''"), std::string("://"), std::string("\xF0\x9F\x98\x80"), std::string("a.b"), long_text})
            if (auto form = normal_form(as, text); !form.empty()) EXPECT_GT(likeness(as, form, form), 0.99) << text.substr(0, 20);
}

TEST(Spelling, knows_slips_and_sounds) {
    EXPECT_DOUBLE_EQ(jaro_winkler("martha", "martha"), 1);
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.961, 0.001);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.001);
    EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
    for (auto [a, b] : {std::pair("smith", "smiht"), std::pair("smith", "smth"), std::pair("smith", "smitth"), std::pair("smith", "smyth")}) EXPECT_TRUE(is_one_slip(a, b)) << b;
    for (auto [a, b] : {std::pair("smith", "smith"), std::pair("smith", "sthim"), std::pair("smith", "smi")}) EXPECT_FALSE(is_one_slip(a, b)) << b;
    EXPECT_EQ(sound_of("meier"), sound_of("mayr"));
    EXPECT_EQ(sound_of("philip"), sound_of("fillip"));
    EXPECT_EQ(sound_of("catherine"), sound_of("katharina").substr(0, 4));
    EXPECT_NE(sound_of("smith"), sound_of("jones"));
}

TEST(Latin, spells_every_script) {
    EXPECT_EQ(text::latin("Łódź"), "lodz");
    EXPECT_EQ(text::latin("Пётр"), "petr");
    EXPECT_EQ(text::latin("山田 太郎"), "shan tian tai lang");
    EXPECT_EQ(text::latin("Ωmega 7"), "omega 7");
}

}  // namespace
}  // namespace rapport::matching
