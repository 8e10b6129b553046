#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(url_type());

TEST(Url, comes_back_as_it_was_sent) { EXPECT_EQ(read_back(field, "https://Example.com/a?b=c#d"), "\"https://Example.com/a?b=c#d\""); }

TEST(Url, may_be_a_mail_or_a_call) {
    EXPECT_EQ(read_back(field, "mailto:ada@example.com"), "\"mailto:ada@example.com\"");
    EXPECT_EQ(read_back(field, "tel:+12065550100"), "\"tel:+12065550100\"");
}

TEST(Url, refuses_schemes_that_can_do_harm) {
    for (auto bad : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
                     "ftp://example.com", "//example.com"}) {
        EXPECT_EQ(read_back(field, bad), "invalid_url") << bad;
        EXPECT_EQ(parsed(field, bad), "invalid_url") << bad;
    }
}

TEST(Url, refuses_hidden_characters) {
    for (auto bad : {"java\tscript:alert(1)", " https://example.com", "https://exa mple.com",
                     "https://example.com/\"onclick=", "https://x/<b>", "https:\\\\x"})
        EXPECT_EQ(read_back(field, bad), "invalid_url") << bad;
}

TEST(Url, needs_a_host) {
    for (auto bad : {"https://", "https:", "http:///path", "https://:80", "mailto:"})
        EXPECT_EQ(read_back(field, bad), "invalid_url") << bad;
}

TEST(Url, gets_its_scheme_when_people_leave_it_off) { EXPECT_EQ(read_back(field, "example.com"), "\"https://example.com\""); }

TEST(Url, gets_its_scheme_from_a_cell) {
    EXPECT_EQ(parsed(field, "example.com/about"), "\"https://example.com/about\"");
    EXPECT_EQ(parsed(field, "example.com:8080"), "\"https://example.com:8080\"");
    EXPECT_EQ(parsed(field, "http://example.com"), "\"http://example.com\"");
}

TEST(Url, holds_long_links) {
    EXPECT_TRUE(field.type->read("https://example.com/" + std::string(2000, 'a'), field));
    EXPECT_EQ(read_back(field, "https://example.com/" + std::string(2040, 'a')), "too_long");
}

}  // namespace
}  // namespace rapport::metadata::types
