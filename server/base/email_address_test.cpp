#include "base/email_address.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

std::string normalized(std::string_view address) {
    auto result = normalize_email_address(address);
    return result ? *result : result.error().code;
}

TEST(EmailAddress, is_kept_in_lower_case) { EXPECT_EQ(normalized("Ada.Lovelace@Example.COM"), "ada.lovelace@example.com"); }

TEST(EmailAddress, may_have_signs_before_the_at) {
    EXPECT_EQ(normalized("o'brien+crm_1/2@mail.example.com"), "o'brien+crm_1/2@mail.example.com");
}

TEST(EmailAddress, has_one_spelling_for_an_international_domain) {
    EXPECT_EQ(normalized("info@BÜCHER.example"), "info@bücher.example");
    EXPECT_EQ(normalized("info@xn--bcher-kva.example"), "info@bücher.example");
}

TEST(EmailAddress, may_be_in_any_script) { EXPECT_EQ(normalized("用户@例子.广告"), "用户@例子.广告"); }

TEST(EmailAddress, needs_both_halves) {
    for (auto bad : {"", "@", "ada", "ada@", "@example.com", "ada.example.com"}) EXPECT_EQ(normalized(bad), "invalid_email") << bad;
}

TEST(EmailAddress, needs_a_domain_with_a_point) {
    for (auto bad : {"ada@localhost", "ada@example.", "ada@.com", "ada@exa..mple.com", "ada@127.0.0.1", "ada@[127.0.0.1]", "ada@-x.com",
                     "ada@x_y.com"})
        EXPECT_EQ(normalized(bad), "invalid_email") << bad;
}

TEST(EmailAddress, has_no_blanks_quotes_or_second_at) {
    for (auto bad :
         {"ada lovelace@example.com", " ada@example.com", "\"ada\"@example.com", "a@b@example.com", "ada@example.com\n", "ada@exam ple.com",
          "a\u00a0b@example.com", "a\u200bb@example.com", "a..b@example.com", ".a@example.com", "a.@example.com", "Ada <ada@example.com>"})
        EXPECT_EQ(normalized(bad), "invalid_email") << bad;
}

TEST(EmailAddress, keeps_to_the_limits_of_mail) {
    std::string local(64, 'a');
    EXPECT_EQ(normalized(local + "@example.com"), local + "@example.com");
    EXPECT_EQ(normalized(local + "a@example.com"), "invalid_email");
    EXPECT_EQ(normalized("a@" + std::string(64, 'b') + ".com"), "invalid_email");
    EXPECT_EQ(normalized("a@" + std::string(250, 'b') + ".com"), "invalid_email");
}

TEST(EmailAddress, is_refused_when_it_is_not_utf8) { EXPECT_EQ(normalized("a\xff@example.com"), "invalid_email"); }

}  // namespace
}  // namespace rapport
