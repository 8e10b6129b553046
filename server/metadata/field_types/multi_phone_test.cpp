#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(multi_phone_type(), R"({"region": "DE"})");

TEST(MultiPhone, keeps_each_as_it_is_dialled_from_anywhere) {
    EXPECT_EQ(read_back(field, Json::parse(R"([{"label": "mobile", "value": "0170 1234567"}, "+1 206 555 0100"])")),
              R"([{"label":"mobile","value":"+491701234567"},{"label":"work","value":"+12065550100"}])");
}

TEST(MultiPhone, splits_a_cell) {
    EXPECT_EQ(parsed(field, "mobile: 0170 1234567; tel:+12065550100"),
              R"([{"label":"mobile","value":"+491701234567"},{"label":"work","value":"+12065550100"}])");
}

TEST(MultiPhone, reads_extensions_back) {
    Value stored = *field.type->read(
        Json::parse(R"([{"label": "work", "value": "+1 206 555 0100 ext. 12"}, {"label": "home", "value": "030 901820"}])"), field);
    EXPECT_EQ(field.type->parse(field.type->text(Cell(stored), field), field)->text(), stored.text());
}

TEST(MultiPhone, refuses_a_region_that_is_none) {
    EXPECT_EQ(setting_problem(multi_phone_type(), R"({"region": "XX"})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types
