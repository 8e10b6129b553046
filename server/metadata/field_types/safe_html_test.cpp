#include "metadata/field_types/safe_html.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json.h"

namespace rapport::metadata::types {
namespace {

/// The safe HTML, or the problem's code.
std::string safe(std::string_view html) {
    auto result = safe_html(html);
    return result ? *result : result.error().code;
}

TEST(SafeHtml, keeps_what_people_format_with) {
    for (auto html : {"<p>Hello <strong>world</strong></p>", "<h2>One</h2><ul><li>a</li><li>b</li></ul>", "a<br>b<hr>",
                      "<blockquote>q</blockquote>", "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>",
                      "<p style=\"text-align: center\">x</p>", "<ol start=\"3\"><li>x</li></ol>", "<pre>a\n  b</pre>", "x &lt; y &amp; z"})
        EXPECT_EQ(safe(html), html);
}

TEST(SafeHtml, keeps_who_is_mentioned_and_by_no_other_name) {
    EXPECT_EQ(safe("<span data-mention=\"005000000000001\" class=\"x\">@Ann</span>"), "<span data-mention=\"005000000000001AAA\">@Ann</span>");
    EXPECT_EQ(safe("<span data-mention=\"javascript:\">@Ann</span><b data-mention=\"005000000000001AAA\">x</b>"), "<span>@Ann</span><b>x</b>");
    EXPECT_EQ(mentions_in(safe("<p>a <span data-mention=\"005000000000001AAA\">@Ann</span> data-mention=\"005000000000002AAA\"</p>")), std::vector{*RecordId::parse("005000000000001AAA")});
    EXPECT_TRUE(mentions_in("<p>nobody</p>").empty());
}

TEST(SafeHtml, keeps_text_without_marks) { EXPECT_EQ(safe("Müller & Söhne, 用户 😀"), "Müller &amp; Söhne, 用户 😀"); }

TEST(SafeHtml, leaves_out_scripts_with_their_content) {
    EXPECT_EQ(safe("a<script>alert(1)</script>b"), "ab");
    EXPECT_EQ(safe("a<style>b{}</style><iframe src=\"x\">c</iframe><svg><script>d</script></svg>e"), "ae");
}

TEST(SafeHtml, leaves_out_handlers_and_unknown_attributes) {
    EXPECT_EQ(safe("<p onclick=\"alert(1)\" id=\"x\" class=\"y\" data-z=\"1\">a</p>"), "<p>a</p>");
    EXPECT_EQ(safe("<img src=\"https://example.com/a.png\" onerror=\"alert(1)\" alt=\"b\">"),
              "<img src=\"https://example.com/a.png\" alt=\"b\">");
}

TEST(SafeHtml, keeps_the_content_of_unknown_elements) { EXPECT_EQ(safe("<custom-tag>a</custom-tag><font color=\"red\">b</font>"), "ab"); }

TEST(SafeHtml, makes_links_safe) {
    EXPECT_EQ(safe("<a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\">x</a>"),
              "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">x</a>");
    for (auto link : {"javascript:alert(1)", "java&#10;script:alert(1)", " javascript:alert(1)", "&#106;avascript:alert(1)",
                      "data:text/html,x", "//example.com"})
        EXPECT_EQ(safe("<a href=\"" + std::string(link) + "\">x</a>"), "<a>x</a>") << link;
}

TEST(SafeHtml, shows_images_of_web_servers_only) { EXPECT_EQ(safe("<img src=\"data:image/png;base64,AAAA\"><img src=x><img>"), ""); }

TEST(SafeHtml, mends_what_is_left_open) {
    EXPECT_EQ(safe("<p>a<b>b"), "<p>a<b>b</b></p>");
    EXPECT_EQ(safe("a</body></html><p>b"), "a<p>b</p>");
}

TEST(SafeHtml, leaves_out_comments_and_declarations) { EXPECT_EQ(safe("<!DOCTYPE html>a<!-- <script>x</script> -->b<?php d ?>"), "ab"); }

TEST(SafeHtml, refuses_what_is_nested_too_deeply_to_be_kept_whole) {
    auto nested = [](int depth) {
        std::string out;
        for (int i = 0; i < depth; ++i) out += "<b>";
        return out + "core";
    };
    EXPECT_NE(safe(nested(200)).find("core"), std::string::npos);
    EXPECT_EQ(safe(nested(300)), "too_deep");
    EXPECT_EQ(safe(nested(40'000)), "too_deep");
}

TEST(SafeHtml, is_the_same_the_second_time) {
    for (auto html : {"<p>a<b>b", "x<script>y</script>", "<a href=\"https://example.com/?a=1&b=2\">x</a>", "&lt;script&gt;", "&amp;lt;",
                      "<ul><li>a<li>b</ul>", "<p>a<p>b", "<b><p>a</b></p>", "\"quoted\" 'text'", "a\u00a0b&nbsp;c", "<table><tr><td>x",
                      "<div></div>"}) {
        std::string once = safe(html);
        EXPECT_EQ(safe(once), once) << html;
    }
}

/// Strings of a well-known list that break programs, among them hundreds of attempts to run a script.
std::vector<Json> naughty_strings() {
    std::string path = RAPPORT_SOURCE_DIR "/../shared/data/naughty-strings/blns.json";
    std::ifstream file(path);
    if (!file) {
        std::cerr << "shared data set missing: " << path << '\n';
        return {};
    }
    std::stringstream text;
    text << file.rdbuf();
    return Json::parse(text.str()).array();
}

TEST(SafeHtml, lets_no_naughty_string_run) {
    for (const Json& naughty : naughty_strings()) {
        std::string shown = safe(naughty.string());
        EXPECT_EQ(shown.find("<script"), std::string::npos) << naughty.string();
        EXPECT_EQ(shown.find("<svg"), std::string::npos) << naughty.string();
        EXPECT_EQ(shown.find("=\"javascript:"), std::string::npos) << naughty.string();
        EXPECT_EQ(safe(shown), shown) << naughty.string();
    }
}

TEST(HtmlWords, puts_a_blank_between_blocks_only) {
    EXPECT_EQ(html_words("<p>one <b>t</b>wo</p><p>three<br>four</p>"), "one two three four");
}

TEST(HtmlWords, reads_entities) { EXPECT_EQ(html_words("M&uuml;ller &amp; Co"), "Müller & Co"); }

}  // namespace
}  // namespace rapport::metadata::types
