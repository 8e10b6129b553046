#include "files/kind.h"

#include <gtest/gtest.h>

#include "files/files.h"

namespace rapport::files {
namespace {

using namespace std::string_view_literals;

TEST(Kinds, are_judged_from_the_content) {
    EXPECT_EQ(kind_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"sv, "a.html"), "image/png");
    EXPECT_EQ(kind_of("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.png"), "application/pdf");
    EXPECT_EQ(kind_of("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01"sv, ""), "image/jpeg");
    EXPECT_EQ(kind_of("GIF89a\x01\0\x01\0"sv, "x"), "image/gif");
    EXPECT_EQ(kind_of("just words, grüße\n", "a"), "text/plain");
    EXPECT_EQ(kind_of("", "a.png"), "application/octet-stream");
}

TEST(Kinds, are_narrowed_down_by_the_name_where_the_content_leaves_them_open) {
    EXPECT_EQ(kind_of("name,city\nA,B\n", "list.CSV"), "text/csv");
    EXPECT_EQ(kind_of("PK\x03\x04\x14\0\0\0\x08\0"sv, "offer.docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST(Kinds, that_may_be_shown_are_never_taken_from_the_name) {
    for (auto name : {"a.png", "a.pdf", "a.mp4", "a.jpg", "a.mp3"}) EXPECT_FALSE(may_be_shown(kind_of("\x01\x02\x03\x04\x05\x06", name))) << name;
}

TEST(Kinds, with_something_to_run_are_not_shown) {
    for (auto content : {"<html><script>alert(1)</script></html>", "<!DOCTYPE html><p>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>",
                         "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"})
        for (auto name : {"a.png", "a.svg", "a.html"}) EXPECT_FALSE(may_be_shown(kind_of(content, name))) << content << " " << name << " " << kind_of(content, name);
    EXPECT_FALSE(may_be_shown("image/svg+xml"));
    EXPECT_TRUE(may_be_shown("image/png"));
    EXPECT_TRUE(may_be_shown("video/mp4"));
}

TEST(Names, are_the_last_part_of_a_path) {
    EXPECT_EQ(name_from("C:\\dir\\a b.pdf", 255, "File"), "a b.pdf");
    EXPECT_EQ(name_from("../../etc/passwd", 255, "File"), "passwd");
    EXPECT_EQ(name_from("a\r\nb\x01.txt", 255, "File"), "a  b .txt");
    for (auto nothing : {"", "/", "  ", "a/\xe2\x80\x8b", "\xff\xfe"}) EXPECT_EQ(name_from(nothing, 255, "File"), "File") << nothing;
    EXPECT_EQ(name_from("12345678.pdf", 10, "File"), "123456.pdf");
    EXPECT_EQ(name_from("üüüüüüüüüüüü.pdf", 10, "File"), "üüüüüü.pdf");
    EXPECT_EQ(name_from(".12345678901234567890", 5, "File"), ".1234");
}

}  // namespace
}  // namespace rapport::files
