#include "documents/csv/dialect.h"

#include <gtest/gtest.h>

namespace rapport::documents::csv {
namespace {

char delimiter(std::string_view text) { return detect_dialect(text, true).delimiter; }

TEST(Dialect, finds_each_delimiter) {
    EXPECT_EQ(delimiter("a,b\n1,2\n"), ',');
    EXPECT_EQ(delimiter("a;b\n1;2\n"), ';');
    EXPECT_EQ(delimiter("a\tb\n1\t2\n"), '\t');
    EXPECT_EQ(delimiter("a|b\n1|2\n"), '|');
}

TEST(Dialect, is_not_misled_by_decimal_commas) { EXPECT_EQ(delimiter("price;weight\n1,5;2,5\n3,5;4,5\n"), ';'); }

TEST(Dialect, is_not_misled_by_semicolons_within_cells) { EXPECT_EQ(delimiter("name,tags\nAda,a;b;c\nBob,d;e\n"), ','); }

TEST(Dialect, is_not_misled_by_delimiters_within_quotes) { EXPECT_EQ(delimiter("a;b\n\"x,y,z\";1\n\"x,y,z\";2\n"), ';'); }

TEST(Dialect, takes_a_file_of_one_column_for_comma) {
    Dialect dialect = detect_dialect("name\nAcme, Inc.\nBeta, Ltd.\n", true);
    EXPECT_EQ(dialect.delimiter, ',');
    EXPECT_EQ(dialect.rows_before_header, 0u);
}

TEST(Dialect, obeys_a_line_that_names_the_delimiter) {
    Dialect dialect = detect_dialect("sep=|\r\na,x|b\r\n1,x|2\r\n", true);
    EXPECT_EQ(dialect.delimiter, '|');
    EXPECT_TRUE(dialect.names_delimiter);
}

TEST(Dialect, finds_the_header_below_a_note) {
    Dialect dialect = detect_dialect("Notes:\n\"Some e-mail addresses, are missing\"\n\nFirst Name,Last Name,URL\nAda,Byron,x\n", true);
    EXPECT_EQ(dialect.rows_before_header, 3u);
}

TEST(Dialect, takes_no_column_name_for_a_note) {
    EXPECT_EQ(detect_dialect("name\nAcme, Inc.\n\nBeta, Ltd.\n", true).rows_before_header, 0u);
}

TEST(Dialect, judges_by_whole_rows_only) { EXPECT_EQ(detect_dialect("a;b\n1;2\n3,", false).delimiter, ';'); }

}  // namespace
}  // namespace rapport::documents::csv
