#include "metadata/field_types/phone.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iostream>
#include <set>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(phone_type());
const Field german = field_of(phone_type(), R"({"region": "DE"})");

TEST(Phone, is_kept_as_it_is_dialled_from_anywhere) { EXPECT_EQ(read_back(field, "(206) 555-0100"), "\"+12065550100\""); }

TEST(Phone, follows_the_region_of_its_field) { EXPECT_EQ(read_back(german, "030 / 90 18 20"), "\"+4930901820\""); }

TEST(Phone, with_a_country_code_needs_no_region) {
    EXPECT_EQ(read_back(german, "+1 206 555 0100"), "\"+12065550100\"");
    EXPECT_EQ(read_back(field, "+44 (0) 20 7946 0000"), "\"+442079460000\"");
}

TEST(Phone, keeps_its_extension) {
    EXPECT_EQ(read_back(field, "206-555-0100 x12"), "\"+12065550100;ext=12\"");
    EXPECT_EQ(read_back(field, "+12065550100;ext=12"), "\"+12065550100;ext=12\"");
}

TEST(Phone, takes_letters_on_keys) { EXPECT_EQ(read_back(field, "1-800-FLOWERS"), "\"+18003569377\""); }

TEST(Phone, stays_the_same_when_it_is_sent_again) { EXPECT_EQ(read_back(german, "+12065550100"), "\"+12065550100\""); }

TEST(Phone, refuses_what_cannot_be_dialled) {
    for (auto bad : {"call me", "12", "+999 123 4567", "555-0100", "+1 206 555 0100 0100 0100", "-", "+"})
        EXPECT_EQ(read_back(field, bad), "invalid_phone") << bad;
}

TEST(Phone, with_a_country_code_may_be_of_a_plan_that_is_not_known_yet) {
    EXPECT_EQ(read_back(field, "+229 01 95 12 34 56"), "\"+2290195123456\"");
}

TEST(Phone, says_what_is_wrong_with_it) {
    EXPECT_EQ(field.type->read("555-0100", field).error().message,
              "\"555-0100\" is not a telephone number: its area code is missing. Write it with its country code, such as +49 30 901820.");
}

TEST(Phone, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Phone, refuses_a_number) { EXPECT_EQ(read_back(field, 2065550100), "wrong_type"); }

TEST(Phone, is_found_by_its_parts) {
    EXPECT_EQ(field.type->search_text(Cell(std::string_view("+12065550100;ext=12")), field), "+12065550100, 2065550100, 550100");
}

TEST(Phone, refuses_a_region_that_is_none) {
    EXPECT_EQ(setting_problem(phone_type(), R"({"region": "Germany"})"), "invalid_setting");
    EXPECT_EQ(setting_problem(phone_type(), R"({"region": 49})"), "invalid_setting");
}

struct Example {
    std::string region, national, e164;
};

/// libphonenumber's own examples of every region; none where the shared data is not at hand.
std::vector<Example> examples() {
    std::string path = RAPPORT_SOURCE_DIR "/../shared/data/phone-numbers/example_numbers.csv";
    std::ifstream file(path);
    if (!file) std::cerr << "shared data set missing: " << path << '\n';
    std::vector<Example> out;
    std::string line;
    std::getline(file, line);  // region,country_code,type,national_number,e164
    while (std::getline(file, line)) {
        std::array<std::string, 5> cells;
        std::size_t cell = 0;
        for (char c : line) {
            if (c == ',') ++cell;
            else if (c != '\r') cells.at(cell) += c;
        }
        out.push_back({cells[0], cells[3], cells[4]});
    }
    return out;
}

TEST(Phone, reads_the_examples_of_every_region) {
    for (const auto& [region, national, e164] : examples()) EXPECT_EQ(read_back(field, e164), '"' + e164 + '"') << region;
}

TEST(Phone, reads_the_examples_as_they_are_dialled_at_home) {
    // "001" stands for the numbers of no country. The plans of Benin and Uruguay are younger than Debian's library.
    std::set<std::string> left_out{"001", "BJ", "UY"};
    for (const auto& [region, national, e164] : examples()) {
        if (left_out.contains(region)) continue;
        Field local = field_of(phone_type(), R"({"region": ")" + region + R"("})");
        EXPECT_EQ(read_back(local, national), '"' + e164 + '"') << region;
    }
}

}  // namespace
}  // namespace rapport::metadata::types
