#include <gtest/gtest.h>

#include "base/secret_box.h"
#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

struct EncryptedText : testing::Test {
    EncryptedText() { SecretBox::set_current(std::string(SecretBox::key_size, 'k')); }

    Field field = field_of(encrypted_text_type());
};

TEST_F(EncryptedText, comes_back_as_it_was_sent) { EXPECT_EQ(read_back(field, "DE02 1203"), "\"DE02 1203\""); }

TEST_F(EncryptedText, is_not_stored_as_it_is_shown) {
    EXPECT_EQ(field.type->read("DE02 1203", field)->text().find("1203"), std::string::npos);
}

TEST_F(EncryptedText, counts_its_own_characters_not_those_stored) {
    Field short_field = field_of(encrypted_text_type(), R"({"length": 3})");
    EXPECT_EQ(read_back(short_field, "abc"), "\"abc\"");
    EXPECT_EQ(read_back(short_field, "abcd"), "too_long");
}

TEST_F(EncryptedText, is_not_found_by_its_content) {
    Value stored = *field.type->read("secret", field);
    EXPECT_EQ(field.type->search_text(Cell(stored), field), "");
}

TEST_F(EncryptedText, cannot_be_compared) {
    EXPECT_EQ(field.type->shape(), Shape::Opaque);
    for (auto setting : {"searchable", "unique", "external_id"})
        EXPECT_EQ(setting_problem(encrypted_text_type(), std::string("{\"") + setting + "\": true}"), "invalid_setting") << setting;
}

TEST_F(EncryptedText, shows_nothing_as_null) { EXPECT_EQ(written(field, Value()), "null"); }

}  // namespace
}  // namespace rapport::metadata::types
