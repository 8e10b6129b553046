#include "metadata/field_type.h"

#include <gtest/gtest.h>

#include <set>

namespace rapport::metadata {
namespace {

TEST(FieldTypes, each_is_found_by_its_name) {
    for (const FieldType* type : field_types()) EXPECT_EQ(find_field_type(type->name()), type) << type->name();
}

TEST(FieldTypes, no_name_is_there_twice) {
    std::set<std::string_view> names;
    for (const FieldType* type : field_types()) names.insert(type->name());
    EXPECT_EQ(names.size(), field_types().size());
}

TEST(FieldTypes, the_id_is_known_but_not_offered) {
    EXPECT_NE(find_field_type("id"), nullptr);
    for (const FieldType* type : field_types()) EXPECT_NE(type->name(), "id");
}

TEST(FieldTypes, there_is_none_of_an_unknown_name) { EXPECT_EQ(find_field_type("blob"), nullptr); }

}  // namespace
}  // namespace rapport::metadata
