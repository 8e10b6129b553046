#include "metadata/conversion.h"

#include <gtest/gtest.h>

#include <algorithm>


namespace rapport::metadata {
namespace {

using namespace std::string_view_literals;

Field field(const char* type, Json::Members settings = {}) {
    settings.insert(settings.begin(), {{"name", "size"}, {"type", type}, {"label", "Size"}});
    Field out;
    out.name = "size";
    out.label = "Size";
    out.declaration = Json(settings);
    out.type = find_field_type(type);
    EXPECT_TRUE(out.type->configure(out, out.declaration));
    return out;
}

std::string becomes(const Field& from, const Value& value, const Field& to, Conversion::Manner manner = {}) {
    Conversion conversion(from, to, std::move(manner));
    auto out = conversion.convert(value);
    return out ? "= " + to.type->text(*out, to) : out.error().code;
}

TEST(Conversion, reads_values_as_people_read_them) {
    EXPECT_EQ(becomes(field("text"), " 1,234.5 ", field("decimal", {{"scale", 2}})), "= 1234.5");
    EXPECT_EQ(becomes(field("text"), "tiny", field("decimal")), "invalid_number");
    EXPECT_EQ(becomes(field("text"), "   ", field("decimal")), "= ");
    EXPECT_EQ(becomes(field("decimal", {{"scale", 2}}), 1200, field("integer")), "= 12");
    EXPECT_EQ(becomes(field("decimal", {{"scale", 2}}), 1250, field("integer")), "too_precise");
    EXPECT_EQ(becomes(field("checkbox"), 1, field("text")), "= true");
    EXPECT_EQ(becomes(field("text"), "Yes", field("checkbox")), "= true");
    EXPECT_EQ(becomes(field("picklist", {{"options", Json::Array{Json::Members{{"value", "new_york"}, {"label", "New York"}}}}}), "new_york", field("text")), "= New York");
}

TEST(Conversion, begins_days_on_the_clocks_of_its_zone) {
    const TimeZone zone = *TimeZone::find("America/New_York");
    EXPECT_EQ(becomes(field("date"), Date::of(2026, 1, 2).days(), field("datetime"), {false, zone}), "= 2026-01-02T05:00:00Z");
    EXPECT_EQ(becomes(field("datetime"), DateTime::parse("2026-01-03T04:00:00Z")->microseconds(), field("date"), {false, zone}), "= 2026-01-02");
}

TEST(Conversion, makes_choices_of_values_whatever_their_case) {
    const Field text = field("text");
    Conversion conversion(text, field("picklist", {{"restricted", false}}), {true, TimeZone::utc()});
    EXPECT_EQ(conversion.convert(Cell("Red"sv)), Value("Red"));
    EXPECT_EQ(conversion.convert(Cell("RED"sv)), Value("Red"));
    EXPECT_EQ(conversion.options().size(), 1U);
    for (std::size_t i = 1; i < Conversion::most_options; ++i) conversion.add_option(std::to_string(i));
    EXPECT_THROW(conversion.add_option("one too many"), Failure);
}

TEST(Conversion, keeps_apart_what_has_nothing_in_common) {
    auto may = [](const char* from, const char* to) {
        auto all = convertible_to(*find_field_type(from));
        return std::find(all.begin(), all.end(), find_field_type(to)) != all.end();
    };
    EXPECT_TRUE(may("text", "email"));
    EXPECT_TRUE(may("currency", "decimal"));
    EXPECT_TRUE(may("date", "datetime"));
    EXPECT_FALSE(may("date", "integer"));
    EXPECT_FALSE(may("text", "lookup"));
    EXPECT_FALSE(may("encrypted_text", "text"));
    EXPECT_FALSE(may("text", "text"));
}

TEST(Conversion, leaves_out_settings_of_the_old_type) {
    Field from = field("picklist", {{"options", Json::Array{"a", "b"}}, {"help", "Which"}, {"required", true}});
    EXPECT_EQ(with_type(from, Json::Members{{"type", "text"}}).text(), R"({"name":"size","label":"Size","help":"Which","required":true,"type":"text"})");
    EXPECT_TRUE(with_type(from, Json::Members{{"type", "multi_picklist"}}).has("options"));
    EXPECT_THROW(with_type(from, Json::Members{{"type", "formula"}}), Failure);
}

}  // namespace
}  // namespace rapport::metadata
