#include "documents/csv/writer.h"

#include <gtest/gtest.h>

namespace rapport::documents::csv {
namespace {

std::string written(const std::vector<std::vector<std::string>>& rows, WriteOptions options = {}) {
    std::string out;
    Writer writer([&](std::string_view piece) { out += piece; }, options);
    for (const auto& row : rows) writer.row(row);
    writer.flush();
    return out;
}

TEST(Writer, quotes_only_what_needs_it) {
    EXPECT_EQ(written({{"a b", "c,d", "e\"f", "g\nh", ""}}), "a b,\"c,d\",\"e\"\"f\",\"g\nh\",\r\n");
}

TEST(Writer, keeps_blanks_at_the_ends) { EXPECT_EQ(written({{" a", "b\t"}}), "\" a\",\"b\t\"\r\n"); }

TEST(Writer, writes_no_blank_line_for_an_empty_cell) { EXPECT_EQ(written({{""}}), "\"\"\r\n"); }

TEST(Writer, begins_with_a_byte_order_mark_on_request) {
    EXPECT_EQ(written({{"a"}, {""}}, {.byte_order_mark = true}), "\xef\xbb\xbf" "a\r\n\"\"\r\n");
}

TEST(Writer, writes_formulas_as_they_are) { EXPECT_EQ(written({{"=1+1"}}), "=1+1\r\n"); }

TEST(Writer, guards_spreadsheets_from_formulas) {
    EXPECT_EQ(written({{"=1+1", "+x", "-x", "@a", "\ta", "\ra", "a=b", "+49"}}, {.formula_guard = FormulaGuard::On}),
              "\"'=1+1\",\"'+x\",\"'-x\",\"'@a\",\"'\ta\",\"'\ra\",a=b,+49\r\n");
}

TEST(Writer, leaves_alone_what_is_a_number_by_its_type) {
    std::string out;
    Writer writer([&](std::string_view piece) { out += piece; }, {.formula_guard = FormulaGuard::On});
    writer.cell("+12065550100;ext=12", Content::Number);
    writer.end_row();
    writer.flush();
    EXPECT_EQ(out, "+12065550100;ext=12\r\n");
}

TEST(Writer, keeps_a_header_from_being_taken_for_the_name_of_the_delimiter) {
    EXPECT_EQ(written({{"sep=]"}, {"sep=]"}}), "\r\nsep=]\r\nsep=]\r\n");
    EXPECT_EQ(written({{"sep=", ""}}), "\r\nsep=,\r\n");
    EXPECT_EQ(written({{"sep=]", "b"}}), "sep=],b\r\n");
}

TEST(Writer, hands_on_in_pieces) {
    std::size_t pieces = 0;
    Writer writer([&](std::string_view) { ++pieces; });
    for (int i = 0; i < 3; ++i) writer.row({std::string(70'000, 'x')});
    EXPECT_EQ(pieces, 3u);
}

}  // namespace
}  // namespace rapport::documents::csv
