#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(rich_text_type());

TEST(RichText, comes_back_safe) { EXPECT_EQ(read_back(field, "<p onclick=\"x\">a</p><script>b</script>"), "\"<p>a</p>\""); }

TEST(RichText, is_safe_from_a_cell_too) { EXPECT_EQ(parsed(field, "<script>b</script>a"), "\"a\""); }

TEST(RichText, is_found_by_its_words) { EXPECT_EQ(field.type->search_text(Cell(std::string_view("<p>a <b>b</b></p>")), field), "a b"); }

TEST(RichText, exports_its_html) { EXPECT_EQ(field.type->text(Cell(std::string_view("<p>a</p>")), field), "<p>a</p>"); }

TEST(RichText, counts_what_escaping_adds) {
    Field short_field = field_of(rich_text_type(), R"({"length": 5})");
    EXPECT_EQ(read_back(short_field, "a&"), "too_long");
    EXPECT_EQ(read_back(short_field, "&"), "\"&amp;\"");
}

}  // namespace
}  // namespace rapport::metadata::types
