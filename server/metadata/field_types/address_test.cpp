#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(address_type());

TEST(Address, has_five_parts) {
    std::vector<std::string> names;
    for (const Component& component : field.type->components()) names.push_back(component.name);
    EXPECT_EQ(names, (std::vector<std::string>{"street", "city", "state", "postal_code", "country"}));
}

TEST(Address, has_parts_that_are_texts_of_some_length) {
    for (const Component& component : field.type->components()) {
        EXPECT_EQ(component.type, &text_type());
        EXPECT_EQ(setting_problem(*component.type, component.declaration.text()), "accepted");
    }
}

TEST(Address, takes_an_object_of_its_parts) { EXPECT_EQ(read_back(field, Json::parse(R"({"city": "Berlin", "country": "DE"})")), "null"); }

TEST(Address, refuses_parts_it_has_not) {
    EXPECT_EQ(field.type->read(Json::parse(R"({"town": "Berlin"})"), field).error().message,
              "\"x\" has no \"town\": it has street, city, state, postal_code, country.");
}

TEST(Address, refuses_a_text) {
    EXPECT_EQ(read_back(field, "Unter den Linden 1, Berlin"), "wrong_type");
    EXPECT_EQ(parsed(field, "Unter den Linden 1, Berlin"), "wrong_type");
}

}  // namespace
}  // namespace rapport::metadata::types
