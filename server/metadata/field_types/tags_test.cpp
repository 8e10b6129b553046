#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(tags_type());

TEST(Tags, are_any_words) { EXPECT_EQ(read_back(field, Json::parse(R"(["VIP", "müde Zahler"])")), R"(["müde Zahler","VIP"])"); }

TEST(Tags, have_one_order_whatever_their_case) { EXPECT_EQ(read_back(field, Json::parse(R"(["b", "C", "A"])")), R"(["A","b","C"])"); }

TEST(Tags, are_not_told_apart_by_case) { EXPECT_EQ(read_back(field, Json::parse(R"(["vip", "VIP"])")), R"(["VIP"])"); }

TEST(Tags, lose_white_space_around_them) { EXPECT_EQ(read_back(field, Json::parse(R"([" VIP "])")), R"(["VIP"])"); }

TEST(Tags, refuse_what_cannot_be_told_apart_or_seen) {
    for (const char* tag : {R"(["a;b"])", R"([""])", R"(["  "])", R"(["a\u0007"])"}) EXPECT_EQ(read_back(field, Json::parse(tag)), "invalid_tag") << tag;
    EXPECT_EQ(read_back(field, Json(Json::Array{std::string(81, 'x')})), "invalid_tag");
}

TEST(Tags, refuse_more_than_a_record_can_be_read_with) {
    Json::Array many;
    for (int i = 0; i < 51; ++i) many.emplace_back("tag " + std::to_string(i));
    EXPECT_EQ(read_back(field, Json(many)), "too_many");
}

TEST(Tags, stand_in_a_cell_as_options_do) {
    EXPECT_EQ(parsed(field, "VIP; slow payer"), R"(["slow payer","VIP"])");
    EXPECT_EQ(parsed(field, "VIP, slow payer"), R"(["slow payer","VIP"])");
    Value stored(";slow payer;VIP;");
    EXPECT_EQ(field.type->text(Cell(stored), field), "slow payer; VIP");
}

}  // namespace
}  // namespace rapport::metadata::types
