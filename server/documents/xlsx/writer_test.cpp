#include "documents/xlsx/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/xlsx/reader.h"

namespace rapport::documents::xlsx {
namespace {

using testing::ElementsAre;

TEST(XlsxWriter, writes_what_the_reader_reads) {
    std::string bytes;
    Writer writer([&](std::string_view piece) { bytes += piece; }, {"Name", "Amount", "Day", "At", "VIP", "Key"});
    writer.text("=1+1 & <Ada>\n\x01_x0041_");
    writer.number("-12.50");
    writer.date(Date::of(2026, 11, 22));
    writer.moment(*DateTime::parse("2026-11-22T09:30:15Z"));
    writer.boolean(true);
    writer.number("12345678901234567890");
    writer.end_row();
    writer.empty();
    writer.text("second");
    writer.end_row();
    writer.finish();

    Reader reader(bytes_of(bytes));
    EXPECT_THAT(reader.header(), ElementsAre("Name", "Amount", "Day", "At", "VIP", "Key"));
    Row row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_THAT(row.cells, ElementsAre("=1+1 & <Ada>\n\x01_x0041_", "-12.5", "2026-11-22", "2026-11-22T09:30:15", "true", "12345678901234567890"));
    ASSERT_TRUE(reader.next(row));
    EXPECT_THAT(row.cells, ElementsAre("", "second"));
    EXPECT_FALSE(reader.next(row));
}

TEST(XlsxWriter, begins_another_sheet_when_one_is_full) {
    std::string bytes;
    Writer writer([&](std::string_view piece) { bytes += piece; }, {"N"});
    for (int i = 0; i < 1 << 20; ++i) {
        writer.number("1");
        writer.end_row();
    }
    writer.finish();
    Reader reader(bytes_of(bytes), "Sheet2");
    Row row;
    EXPECT_TRUE(reader.next(row));
    EXPECT_FALSE(reader.next(row));
}

TEST(XlsxWriter, cuts_what_a_cell_does_not_take) {
    std::string bytes;
    Writer writer([&](std::string_view piece) { bytes += piece; }, {"N"});
    writer.text(std::string(40'000, 'x'));
    writer.end_row();
    writer.finish();
    Reader reader(bytes_of(bytes));
    Row row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row.cells[0].size(), 32'767u);
}

}  // namespace
}  // namespace rapport::documents::xlsx
