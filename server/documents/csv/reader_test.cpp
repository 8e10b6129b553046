#include "documents/csv/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::documents::csv {
namespace {

using testing::ElementsAre;

std::vector<std::string> codes(const std::vector<Problem>& problems) {
    std::vector<std::string> answer;
    for (const Problem& problem : problems) answer.push_back(problem.code);
    return answer;
}

std::string code(const Row& row) { return row.problem ? row.problem->code : ""; }

TEST(Reader, gives_header_rows_and_lines) {
    Reader reader(bytes_of("name,city\nAda,London\n\nBob,Bonn"));
    Row row;
    EXPECT_THAT(reader.header(), ElementsAre("name", "city"));
    ASSERT_TRUE(reader.next(row));
    EXPECT_THAT(row.cells, ElementsAre("Ada", "London"));
    EXPECT_EQ(row.line, 2u);
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row.line, 4u);
    EXPECT_FALSE(reader.next(row));
}

TEST(Reader, takes_the_guard_of_formulas_off_unless_it_is_meant) {
    const std::string text = "'=name,city\n'=1+1,'Ada\n";
    Row row;
    Reader reader(bytes_of(text));
    EXPECT_THAT(reader.header(), ElementsAre("=name", "city"));
    ASSERT_TRUE(reader.next(row));
    EXPECT_THAT(row.cells, ElementsAre("=1+1", "'Ada"));
    Reader as_written(bytes_of(text), {.formula_guard = FormulaGuard::Off});
    ASSERT_TRUE(as_written.next(row));
    EXPECT_THAT(row.cells, ElementsAre("'=1+1", "'Ada"));
}

TEST(Reader, numbers_columns_of_the_same_name) {
    Reader reader(bytes_of("Email,email,Email,Name\n"));
    EXPECT_THAT(reader.header(), ElementsAre("Email", "email (2)", "Email (3)", "Name"));
    EXPECT_THAT(codes(reader.notes()), ElementsAre("duplicate_column", "duplicate_column"));
}

TEST(Reader, names_columns_without_a_name) {
    Reader reader(bytes_of("a,,c\n1,2,3\n"));
    EXPECT_THAT(reader.header(), ElementsAre("a", "Column 2", "c"));
    EXPECT_THAT(codes(reader.notes()), ElementsAre("nameless_column"));
}

TEST(Reader, refuses_an_empty_file) {
    EXPECT_THROW(Reader(bytes_of("")), Failure);
    EXPECT_THROW(Reader(bytes_of("\n \n")), Failure);
}

TEST(Reader, says_when_a_row_has_too_many_cells) {
    Reader reader(bytes_of("a,b\n1,2,3\n1,2,,\n"));
    Row row;
    reader.next(row);
    EXPECT_EQ(code(row), "too_many_cells");
    EXPECT_THAT(row.problem->message, testing::HasSubstr("the first too many is \"3\""));
    reader.next(row);
    EXPECT_EQ(code(row), "");
}

TEST(Reader, leaves_cells_out_that_are_missing_at_the_end) {
    Reader reader(bytes_of("a,b,c\n1\n"));
    Row row;
    reader.next(row);
    EXPECT_EQ(row.cells.size(), 1u);
    EXPECT_EQ(row.cell(2), "");
}

TEST(Reader, says_when_a_quote_swallowed_the_rest) {
    Reader reader(bytes_of("a,b\n1,2\n3,\"4\n5,6\n"));
    Row row;
    reader.next(row);
    reader.next(row);
    EXPECT_EQ(code(row), "unclosed_quote");
    EXPECT_FALSE(reader.next(row));
}

TEST(Reader, reads_windows_1252) {
    Reader reader(bytes_of("name\nM\xfcller\n"));
    Row row;
    reader.next(row);
    EXPECT_THAT(row.cells, ElementsAre("Müller"));
    EXPECT_EQ(reader.encoding(), "windows-1252");
}

TEST(Reader, learns_late_that_a_file_is_windows_1252) {
    std::string text = "name,note\n";
    while (text.size() < 100'000) text += "Ada,plain\n";
    Reader reader(bytes_of(text + "M\xfcller,\x80\n"));
    Row row, last;
    std::string name;
    while (reader.next(row)) name = row.cell(0);
    EXPECT_EQ(name, "Müller");
    EXPECT_EQ(reader.encoding(), "windows-1252");
}

TEST(Reader, says_when_a_row_is_in_another_encoding) {
    std::string text = "name\nMüller\n";
    while (text.size() < 100'000) text += "Ada\n";
    Reader reader(bytes_of(text + "M\xfcller\n"));
    Row row;
    std::string last;
    while (reader.next(row)) last = code(row) + ": " + std::string(row.cell(0));
    EXPECT_EQ(last, "mixed_encoding: Müller");
}

TEST(Reader, judges_each_cell_by_itself) {
    Reader reader(bytes_of("\xef\xbb\xbfname,\xc3,\xa4\n"));
    EXPECT_THAT(reader.header(), ElementsAre("name", "Ã", "¤"));
}

TEST(Reader, takes_the_encoding_that_it_is_told) {
    Reader reader(bytes_of("name\n\xcf\xf0\xe8\xe2\xe5\xf2\n"), {.encoding = "windows-1251"});
    Row row;
    reader.next(row);
    EXPECT_THAT(row.cells, ElementsAre("Привет"));
}

TEST(Reader, skips_the_line_that_names_the_delimiter) {
    Reader reader(bytes_of("sep=;\r\na;b\r\n1;2\r\n"));
    Row row;
    reader.next(row);
    EXPECT_THAT(reader.header(), ElementsAre("a", "b"));
    EXPECT_EQ(row.line, 3u);
}

TEST(Reader, finds_the_header_below_a_note_and_says_so) {
    Reader reader(bytes_of("Notes:\n\"About, this\"\n\nFirst Name,Last Name\nAda,Byron\n"));
    EXPECT_THAT(reader.header(), ElementsAre("First Name", "Last Name"));
    EXPECT_THAT(codes(reader.notes()), ElementsAre("lines_before_header"));
}

TEST(Reader, counts_the_bytes_it_has_read) {
    const std::string text = "a\n1\n2\n";
    Reader reader(bytes_of(text));
    Row row;
    while (reader.next(row)) {
    }
    EXPECT_EQ(reader.bytes_read(), text.size());
}

}  // namespace
}  // namespace rapport::documents::csv
