#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(formula_type(), R"({"formula": "amount * 2", "result": "currency", "scale": 3})");

TEST(Formula, looks_like_its_result) {
    EXPECT_EQ(written(field, Value(1500)), "1.5");
    EXPECT_EQ(field.value_type().shape(), Shape::Number);
}

TEST(Formula, has_no_column) { EXPECT_FALSE(field.has_column()); }

TEST(Formula, cannot_be_written) {
    EXPECT_TRUE(field.read_only);
    EXPECT_EQ(read_back(field, 1), "read_only");
    EXPECT_EQ(parsed(field, "1"), "read_only");
}

TEST(Formula, needs_an_expression) { EXPECT_EQ(setting_problem(formula_type(), R"({"result": "currency"})"), "invalid_setting"); }

TEST(Formula, needs_a_result_that_can_be_computed) {
    for (auto result : {"\"lookup\"", "\"formula\"", "\"money\"", "7", "null"})
        EXPECT_EQ(setting_problem(formula_type(), std::string(R"({"formula": "1", "result": )") + result + "}"), "invalid_setting")
            << result;
}

TEST(Formula, passes_on_what_is_wrong_with_the_result) {
    EXPECT_EQ(setting_problem(formula_type(), R"({"formula": "1", "result": "decimal", "scale": 10})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types
