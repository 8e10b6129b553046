#include "imports/text_template.h"

#include <gtest/gtest.h>

namespace rapport::imports {
namespace {

const Columns columns({"sales_agent", "manager", "phone"});

std::string filled(std::string_view text, std::vector<std::string_view> cells) {
    documents::Row row;
    row.cells = std::move(cells);
    return TextTemplate::parse(text, columns).value().fill(row);
}

std::string code(std::string_view text) { return TextTemplate::parse(text, columns).error().code; }

TEST(TextTemplate, puts_cells_into_text) { EXPECT_EQ(filled("Agents of {manager}", {"Ada", " Cara Losch "}), "Agents of Cara Losch"); }

TEST(TextTemplate, is_empty_when_its_cells_are) { EXPECT_EQ(filled("Agents of {manager}", {"Ada", "  "}), ""); }

TEST(TextTemplate, does_with_the_cells_it_has) { EXPECT_EQ(filled("{manager} {sales_agent}", {"Ada", ""}), "Ada"); }

TEST(TextTemplate, filters_cells) {
    EXPECT_EQ(filled("{sales_agent|slug}@example.com", {"Moses Frase"}), "moses_frase@example.com");
    EXPECT_EQ(filled("{sales_agent|first_word|lower}", {"Moses Frase"}), "moses");
    EXPECT_EQ(filled("{sales_agent|other_words}", {"Anna Maria Snelling"}), "Maria Snelling");
    EXPECT_EQ(filled("{phone|digits}", {"", "", "+1 (23) 4"}), "1234");
}

TEST(TextTemplate, finds_columns_in_any_case) { EXPECT_EQ(filled("{MANAGER}", {"", "Cara"}), "Cara"); }

TEST(TextTemplate, writes_braces_that_are_doubled) { EXPECT_EQ(filled("{{{manager}}}", {"", "x"}), "{x}"); }

TEST(TextTemplate, is_text_without_cells) { EXPECT_EQ(filled("customer", {}), "customer"); }

TEST(TextTemplate, refuses_what_it_cannot_read) {
    EXPECT_EQ(code("{manager"), "invalid_template");
    EXPECT_EQ(code("manager}"), "invalid_template");
    EXPECT_EQ(code("{manager|loud}"), "invalid_template");
    EXPECT_EQ(code("{boss}"), "unknown_column");
}

TEST(TextTemplate, suggests_the_nearest_column) {
    EXPECT_EQ(TextTemplate::parse("{managr}", columns).error().message, "The file has no column \"managr\"; did you mean \"manager\"?");
}

}  // namespace
}  // namespace rapport::imports
