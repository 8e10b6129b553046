#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(PolymorphicLookup, has_several_targets) {
    EXPECT_EQ(field_of(polymorphic_lookup_type(), R"({"to": ["account", "contact"]})").targets.size(), 2u);
}

TEST(PolymorphicLookup, refers_to_anything_without_targets) { EXPECT_TRUE(field_of(polymorphic_lookup_type()).targets.empty()); }

TEST(PolymorphicLookup, refuses_targets_that_are_no_names) {
    EXPECT_EQ(setting_problem(polymorphic_lookup_type(), R"({"to": [1]})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types
