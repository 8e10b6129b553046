#include <gtest/gtest.h>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/record_id.h"
#include "base/text.h"

namespace rapport {
namespace {

TEST(RecordId, comes_back_from_its_text) {
    RecordId id = RecordId::of(7, 123456789);
    EXPECT_EQ(id.text().size(), 18u);
    EXPECT_EQ(*RecordId::parse(id.text()), id);
    EXPECT_EQ(*RecordId::parse(id.text().substr(0, 15)), id);
}

TEST(RecordId, refuses_a_changed_case) {
    std::string text = RecordId::of(7, 5'000'000'000).text();
    for (char& c : text) c = static_cast<char>(std::tolower(c));
    EXPECT_FALSE(RecordId::parse(text));
}

TEST(RecordId, refuses_what_is_no_id) {
    EXPECT_FALSE(RecordId::parse(""));
    EXPECT_FALSE(RecordId::parse("000000000000000"));
    EXPECT_FALSE(RecordId::parse("zzzzzzzzzzzzzzz"));
    EXPECT_FALSE(RecordId::parse("007'; DROP TABL"));
}

TEST(Decimal, reads_and_writes_exactly) {
    EXPECT_EQ(*decimal::parse("1234.5", 2), 123450);
    EXPECT_EQ(*decimal::parse("-0.05", 2), -5);
    EXPECT_EQ(*decimal::parse("1e3", 2), 100000);
    EXPECT_EQ(decimal::format(123450, 2), "1234.5");
    EXPECT_EQ(decimal::format(-5, 2), "-0.05");
    EXPECT_EQ(decimal::format(100, 2), "1");
}

TEST(Decimal, refuses_what_does_not_fit) {
    EXPECT_EQ(decimal::parse("1.234", 2).error().code, "too_precise");
    EXPECT_EQ(decimal::parse("92233720368547758.08", 2).error().code, "out_of_range");
    EXPECT_EQ(decimal::parse("1e400", 2).error().code, "out_of_range");
    EXPECT_EQ(decimal::parse("12a", 2).error().code, "invalid_number");
    EXPECT_EQ(*decimal::parse("1.235", 2, decimal::Rounding::HalfAway), 124);
}

TEST(Decimal, multiplies_without_overflow_inside) {
    EXPECT_EQ(decimal::multiply_divide(9'000'000'000'000'000'000, 3, 4), 6'750'000'000'000'000'000);
    EXPECT_EQ(decimal::multiply_divide(-5, 1, 2), -3);
    EXPECT_THROW(decimal::multiply_divide(9'000'000'000'000'000'000, 3, 1), Failure);
}

TEST(Date, knows_the_calendar) {
    EXPECT_EQ(Date::parse("2024-02-29")->plus_months(12).text(), "2025-02-28");
    EXPECT_FALSE(Date::parse("2023-02-29"));
    EXPECT_FALSE(Date::parse("2023-2-9"));
    EXPECT_EQ(Date::parse("2026-11-21")->weekday(), 6);
}

TEST(DateTime, reads_zones_and_writes_utc) {
    EXPECT_EQ(DateTime::parse("2026-11-21T09:30:00+01:00")->text(), "2026-11-21T08:30:00Z");
    EXPECT_EQ(DateTime::parse("1969-12-31T23:59:59.5Z")->text(), "1969-12-31T23:59:59.500000Z");
    EXPECT_FALSE(DateTime::parse("2026-11-21T09:30:00"));
    EXPECT_FALSE(DateTime::parse("2026-11-21T25:30:00Z"));
}

TEST(TimeZone, follows_daylight_saving) {
    TimeZone berlin = *TimeZone::find("Europe/Berlin");
    EXPECT_EQ(berlin.start_of(Date::of(2026, 7, 1)).text(), "2026-06-30T22:00:00Z");
    EXPECT_EQ(berlin.date_at(*DateTime::parse("2026-12-31T23:30:00Z")).text(), "2027-01-01");
    EXPECT_FALSE(TimeZone::find("Europe/Nowhere"));
}

TEST(Text, folds_case_and_marks_in_any_script) {
    EXPECT_EQ(text::fold("Müller-Straße"), "muller-strasse");
    EXPECT_EQ(text::fold("ŻÓŁĆ"), "zolc");
    EXPECT_EQ(text::fold("Sørensen Æsir İstanbul ıı ١٢٣"), "sorensen aesir istanbul ii 123");
    EXPECT_EQ(text::trim("\u3000 x \n"), "x");
    EXPECT_EQ(text::slug("West Coast Öl!"), "west_coast_ol");
}

TEST(Text, is_quoted_whole_or_cut_between_characters) {
    EXPECT_EQ(text::quoted("x"), "\"x\"");
    for (auto letters : {30u, 31u, 60u}) {
        std::string text = "a";
        for (auto i = 0u; i < letters; ++i) text += "ä";
        EXPECT_TRUE(text::is_valid_utf8(text::quoted(text)));
        EXPECT_TRUE(text::is_valid_utf8(decimal::parse(text, 0).error().message));
        EXPECT_TRUE(text::is_valid_utf8(Date::parse(text).error().message));
        EXPECT_TRUE(text::is_valid_utf8(RecordId::parse(text).error().message));
    }
}

TEST(Text, knows_identifiers) {
    EXPECT_TRUE(text::is_identifier("close_date2"));
    for (auto bad : {"", "2x", "Close", "a__b", "_a", "a_", "a b", "a\"b"}) EXPECT_FALSE(text::is_identifier(bad)) << bad;
}

TEST(Text, finds_the_nearest_name) {
    std::vector<std::string> names{"amount", "account", "name"};
    EXPECT_EQ(text::nearest("accuont", names), "account");
    EXPECT_EQ(text::nearest("zzzzzzz", names), "");
}

TEST(Json, keeps_digits_and_order) {
    Json json = Json::parse(R"({"b": 12345678901234.5678, "a": [true, null, "\u00e9"]})");
    EXPECT_EQ(json["b"].digits(), "12345678901234.5678");
    EXPECT_EQ(json.text(), "{\"b\":12345678901234.5678,\"a\":[true,null,\"é\"]}");
}

TEST(Json, refuses_malformed_text) {
    for (auto bad : {"", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "nul", "\"\xff\"", "1 2", "{\"a\" 1}", "[1}", "-", "1.", "tru", "[nulll]"})
        EXPECT_THROW(Json::parse(bad), Failure) << bad;
    EXPECT_THROW(Json::parse(std::string(100, '[') + std::string(100, ']')), Failure);
}

}  // namespace
}  // namespace rapport
