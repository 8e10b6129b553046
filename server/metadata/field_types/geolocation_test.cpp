#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field latitude = field_of(latitude_type());
const Field longitude = field_of(longitude_type());

TEST(Geolocation, has_two_coordinates) {
    auto components = geolocation_type().components();
    ASSERT_EQ(components.size(), 2u);
    EXPECT_EQ(components[0].type, &latitude_type());
    EXPECT_EQ(components[1].type, &longitude_type());
}

TEST(Geolocation, takes_an_object) {
    Field field = field_of(geolocation_type());
    EXPECT_EQ(read_back(field, Json::parse(R"({"latitude": 52.52, "longitude": 13.4})")), "null");
    EXPECT_EQ(read_back(field, Json::parse("[52.52, 13.4]")), "wrong_type");
}

TEST(Coordinate, comes_back_as_it_was_sent) { EXPECT_EQ(read_back(latitude, Json::parse("52.520008")), "52.520008"); }

TEST(Coordinate, takes_a_number_in_a_string) { EXPECT_EQ(read_back(latitude, "-0.5"), "-0.5"); }

TEST(Coordinate, stays_on_the_earth) {
    EXPECT_EQ(read_back(latitude, 90), "90");
    EXPECT_EQ(read_back(latitude, Json::parse("90.001")), "out_of_range");
    EXPECT_EQ(read_back(longitude, -180), "-180");
    EXPECT_EQ(read_back(longitude, -181), "out_of_range");
    EXPECT_EQ(read_back(longitude, "1e999"), "out_of_range");
}

TEST(Coordinate, refuses_what_is_no_number) {
    for (auto bad : {"north", "nan", "inf", "52.52 N", "0x10"}) EXPECT_EQ(read_back(latitude, bad), "invalid_number") << bad;
    EXPECT_EQ(read_back(latitude, true), "wrong_type");
}

TEST(Coordinate, takes_a_comma_from_a_cell) { EXPECT_EQ(parsed(latitude, "52,52"), "52.52"); }

}  // namespace
}  // namespace rapport::metadata::types
