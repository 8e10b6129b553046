#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(MasterDetail, is_always_there_and_goes_with_its_parent) {
    Field field = field_of(master_detail_type(), R"({"to": "quote"})");
    EXPECT_TRUE(field.required);
    EXPECT_EQ(field.on_delete, OnDelete::Cascade);
}

TEST(MasterDetail, may_keep_the_parent_from_being_deleted) {
    EXPECT_EQ(field_of(master_detail_type(), R"({"to": "quote", "on_delete": "restrict"})").on_delete, OnDelete::Restrict);
}

TEST(MasterDetail, needs_a_target) { EXPECT_EQ(setting_problem(master_detail_type(), "{}"), "invalid_setting"); }

}  // namespace
}  // namespace rapport::metadata::types
