#include "base/secret_box.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport {
namespace {

const std::string key(SecretBox::key_size, 'k');

std::string failure_of(auto&& action) {
    try {
        action();
    } catch (const Failure& failure) {
        return failure.code();
    }
    return "none";
}

TEST(SecretBox, opens_what_it_sealed) {
    SecretBox box(key);
    EXPECT_EQ(box.open(box.seal("IBAN DE02 1203 0000")), "IBAN DE02 1203 0000");
    EXPECT_EQ(box.open(box.seal("")), "");
}

TEST(SecretBox, seals_the_same_text_differently_each_time) {
    SecretBox box(key);
    EXPECT_NE(box.seal("secret"), box.seal("secret"));
}

TEST(SecretBox, does_not_open_with_another_key) {
    std::string sealed = SecretBox(key).seal("secret");
    SecretBox other(std::string(SecretBox::key_size, 'o'));
    EXPECT_EQ(failure_of([&] { other.open(sealed); }), "cannot_decrypt");
}

TEST(SecretBox, does_not_open_what_was_changed) {
    SecretBox box(key);
    std::string sealed = box.seal("secret");
    sealed[40] = sealed[40] == 'A' ? 'B' : 'A';
    EXPECT_EQ(failure_of([&] { box.open(sealed); }), "cannot_decrypt");
}

TEST(SecretBox, derives_a_key_for_each_purpose) {
    SecretBox box(key);
    EXPECT_EQ(box.derived_key("one"), SecretBox(key).derived_key("one"));
    EXPECT_NE(box.derived_key("one"), box.derived_key("other"));
    EXPECT_NE(box.derived_key("one"), SecretBox(std::string(SecretBox::key_size, 'o')).derived_key("one"));
}

TEST(SecretBox, does_not_open_what_was_never_sealed) {
    SecretBox box(key);
    for (auto text : {"", "secret", "AQ==", "!!!!"}) EXPECT_EQ(failure_of([&] { box.open(text); }), "cannot_decrypt") << text;
}

TEST(SecretBox, refuses_a_short_key) {
    EXPECT_EQ(failure_of([] { SecretBox box("short"); }), "invalid_key");
}

TEST(SecretBox, says_when_the_server_has_no_key) {
    EXPECT_EQ(failure_of([] { SecretBox::current(); }), "no_encryption_key");
}

}  // namespace
}  // namespace rapport
