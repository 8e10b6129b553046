#include "documents/csv/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::documents::csv {
namespace {

using testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

Rows scan(Scanner scanner) {
    Rows rows;
    Scanner::Row row;
    while (scanner.next(row)) {
        rows.emplace_back();
        for (std::size_t i = 0; i < row.cells.size(); ++i) rows.back().emplace_back(row.cell(i));
    }
    return rows;
}

Rows scan(std::string text, char delimiter = ',') { return scan(Scanner(bytes_of(std::move(text)), delimiter)); }

std::vector<std::size_t> lines(std::string text) {
    Scanner scanner(bytes_of(std::move(text)), ',');
    Scanner::Row row;
    std::vector<std::size_t> answer;
    while (scanner.next(row)) answer.push_back(row.line);
    return answer;
}

std::string code_of(const std::function<void()>& block) {
    try {
        block();
    } catch (const Failure& failure) {
        return failure.code();
    }
    return "none";
}

TEST(Scanner, splits_rows_and_cells) { EXPECT_EQ(scan("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}})); }

TEST(Scanner, needs_no_line_end_at_the_end) { EXPECT_EQ(scan("a,b\n1,2"), (Rows{{"a", "b"}, {"1", "2"}})); }

TEST(Scanner, takes_any_mix_of_line_ends) {
    EXPECT_EQ(scan("a\r\nb\rc\nd\r\r\ne"), (Rows{{"a"}, {"b"}, {"c"}, {"d"}, {""}, {"e"}}));
}

TEST(Scanner, keeps_an_empty_last_cell) { EXPECT_EQ(scan("a,\nb,"), (Rows{{"a", ""}, {"b", ""}})); }

TEST(Scanner, keeps_delimiters_and_line_ends_within_quotes) {
    EXPECT_EQ(scan("\"a,\r\nb\",c\n"), (Rows{{"a,\r\nb", "c"}}));
}

TEST(Scanner, reads_doubled_quotes_as_one) { EXPECT_EQ(scan("\"a \"\"b\"\"\",\"\"\"\""), (Rows{{"a \"b\"", "\""}})); }

TEST(Scanner, drops_blanks_around_a_quoted_cell_only) {
    EXPECT_EQ(scan("  \"a\"  , b ,\t\"c\"\t\n"), (Rows{{"a", " b ", "c"}}));
}

TEST(Scanner, takes_a_tab_for_no_blank_when_it_delimits) { EXPECT_EQ(scan("\t\"a\"\tb", '\t'), (Rows{{"", "a", "b"}})); }

TEST(Scanner, takes_a_quote_within_a_plain_cell_as_text) {
    EXPECT_EQ(scan("5'10\" tall,6\"\nx,y"), (Rows{{"5'10\" tall", "6\""}, {"x", "y"}}));
}

TEST(Scanner, keeps_quotes_that_somebody_forgot_to_double) {
    EXPECT_EQ(scan("\"The \"big\" one\",x\ny,z"), (Rows{{"The \"big\" one", "x"}, {"y", "z"}}));
}

TEST(Scanner, keeps_quotes_around_the_first_word_of_a_plain_cell) {
    EXPECT_EQ(scan("\"Acme\" Corporation,\"x\"\ny,\"z\""), (Rows{{"\"Acme\" Corporation", "x"}, {"y", "z"}}));
}

TEST(Scanner, says_when_a_quote_is_never_closed) {
    Scanner scanner(bytes_of("a,\"b\nc"), ',');
    Scanner::Row row;
    ASSERT_TRUE(scanner.next(row));
    EXPECT_TRUE(row.unclosed);
    EXPECT_FALSE(scanner.next(row));
}

TEST(Scanner, knows_the_line_in_which_a_row_begins) {
    EXPECT_THAT(lines("a\n\"b\nb\r\nb\rb\"\nc\r\n\nd"), ElementsAre(1, 2, 6, 7, 8));
}

TEST(Scanner, tells_a_blank_line_from_an_empty_quoted_cell) {
    Scanner scanner(bytes_of(" \n\"\"\n"), ',');
    Scanner::Row row;
    scanner.next(row);
    EXPECT_TRUE(row.blank());
    scanner.next(row);
    EXPECT_FALSE(row.blank());
}

TEST(Scanner, gives_the_same_rows_however_the_bytes_come) {
    const std::string text = "a,\"b\r\n\"\"c\"\" \" ,d\r\n\"The \"big\" one\",\"Acme\" Corp,é\r\rlast,,";
    auto one_by_one = [text, position = std::size_t{0}](char* buffer, std::size_t) mutable {
        if (position == text.size()) return std::size_t{0};
        *buffer = text[position++];
        return std::size_t{1};
    };
    EXPECT_EQ(scan(Scanner(one_by_one, ',')), scan(text));
}

TEST(Scanner, refuses_a_cell_without_end) {
    auto endless = [](char* buffer, std::size_t capacity) {
        std::fill(buffer, buffer + capacity, 'x');
        return capacity;
    };
    EXPECT_EQ(code_of([&] { scan(Scanner(endless, ',')); }), "cell_too_large");
}

TEST(Scanner, names_the_line_of_a_cell_that_is_too_large) {
    try {
        scan(Scanner(bytes_of("a\n\"" + std::string(2000, 'x') + "\n"), ',', {.cell_bytes = 1024}));
        FAIL() << "no failure";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::TooLarge);
        EXPECT_THAT(failure.what(), testing::HasSubstr("Line 2 has a cell of more than 1 KB"));
    }
}

TEST(Scanner, refuses_a_row_without_end) {
    EXPECT_EQ(code_of([] { scan(Scanner(bytes_of(std::string(5000, ',')), ',', {.cells = 4000})); }), "too_many_cells");
}

}  // namespace
}  // namespace rapport::documents::csv
