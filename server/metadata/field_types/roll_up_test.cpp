#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const std::string sum =
    R"({"result": "decimal", "scale": 2, "summary": {"function": "sum", "child": "opportunity", "relation": "account_id",
    "field": "amount_base", "filter": {"field": "is_won", "op": "=", "value": true}}})";

TEST(RollUp, knows_what_it_sums_up) {
    Field field = field_of(roll_up_type(), sum);
    ASSERT_TRUE(field.roll_up);
    EXPECT_EQ(field.roll_up->function, "sum");
    EXPECT_EQ(field.roll_up->child, "opportunity");
    EXPECT_EQ(field.roll_up->relation, "account_id");
    EXPECT_EQ(field.roll_up->field, "amount_base");
    EXPECT_EQ(field.roll_up->filter["field"].string(), "is_won");
}

TEST(RollUp, looks_like_its_result) { EXPECT_EQ(written(field_of(roll_up_type(), sum), Value(1550)), "15.5"); }

TEST(RollUp, has_a_column) { EXPECT_TRUE(field_of(roll_up_type(), sum).has_column()); }

TEST(RollUp, cannot_be_written) { EXPECT_EQ(read_back(field_of(roll_up_type(), sum), 1), "read_only"); }

/// The problem with a summary of that text.
std::string summary_problem(const std::string& summary) {
    return setting_problem(roll_up_type(), R"({"result": "integer", "summary": )" + summary + "}");
}

TEST(RollUp, counts_without_a_field) {
    EXPECT_EQ(summary_problem(R"({"function": "count", "child": "contact", "relation": "account_id"})"), "accepted");
    EXPECT_EQ(summary_problem(R"({"function": "count", "child": "contact", "relation": "account_id", "field": "name"})"),
              "invalid_setting");
}

TEST(RollUp, refuses_summaries_that_cannot_be) {
    for (auto summary : {"null", "{}", "7", R"({"function": "median", "child": "contact", "relation": "account_id", "field": "age"})",
                         R"({"function": "sum", "child": "contact", "relation": "account_id"})",
                         R"({"function": "sum", "child": "No Object", "relation": "account_id", "field": "age"})",
                         R"({"function": "sum", "child": "contact", "field": "age"})",
                         R"({"function": "count", "child": "contact", "relation": "account_id", "filter": "all"})"})
        EXPECT_EQ(summary_problem(summary), "invalid_setting") << summary;
}

TEST(RollUp, refuses_a_result_that_is_no_total) {
    std::string text_result = sum;
    text_result.replace(text_result.find("decimal"), 7, "text");
    EXPECT_EQ(setting_problem(roll_up_type(), text_result), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types
