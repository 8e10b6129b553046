#include "documents/csv/encoding.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::documents::csv {
namespace {

std::string utf_16(std::string_view ascii, bool little_endian) {
    std::string out;
    for (char c : ascii) out += little_endian ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

std::string all(ByteSource source) { return peek(source, 1 << 20); }

TEST(Encoding, goes_by_the_byte_order_mark) {
    EXPECT_EQ(detect_encoding("\xef\xbb\xbfname").name, "UTF-8");
    EXPECT_EQ(detect_encoding("\xff\xfen").name, "UTF-16LE");
    EXPECT_EQ(detect_encoding("\xfe\xffn").name, "UTF-16BE");
}

TEST(Encoding, knows_utf_16_without_a_mark) {
    EXPECT_EQ(detect_encoding(utf_16("name,email\n", true)).name, "UTF-16LE");
    EXPECT_EQ(detect_encoding(utf_16("name,email\n", false)).name, "UTF-16BE");
}

TEST(Encoding, takes_valid_utf_8_for_it) { EXPECT_EQ(detect_encoding("Müller").name, "UTF-8"); }

TEST(Encoding, does_not_mind_a_character_cut_in_two) { EXPECT_EQ(detect_encoding("Müller €\xe2\x82").name, "UTF-8"); }

TEST(Encoding, takes_the_rest_for_windows_1252) { EXPECT_EQ(detect_encoding("M\xfcller").name, "windows-1252"); }

TEST(Encoding, reads_what_windows_1252_has_beyond_latin_1) { EXPECT_EQ(from_windows_1252("\x80 \xfc"), "€ ü"); }

TEST(Encoding, leaves_the_mark_out_of_the_text) {
    EXPECT_EQ(all(decoded(bytes_of("\xef\xbb\xbfname"), {"UTF-8", 3})), "name");
    EXPECT_EQ(all(decoded(bytes_of("\xff\xfe" + utf_16("name", true)), {"UTF-16LE", 2})), "name");
}

TEST(Encoding, joins_characters_that_come_in_two_pieces) {
    const std::string bytes = "\xd8\x3d\xde\x00";  // U+1F600 in UTF-16BE
    std::string text(bytes.data(), 4);
    auto one_by_one = [text, i = std::size_t{0}](char* buffer, std::size_t) mutable {
        if (i == text.size()) return std::size_t{0};
        *buffer = text[i++];
        return std::size_t{1};
    };
    EXPECT_EQ(all(decoded(one_by_one, {"UTF-16BE", 0})), "😀");
}

TEST(Encoding, refuses_a_name_that_nobody_knows) {
    EXPECT_THROW(decoded(bytes_of("x"), {"martian", 0}), Failure);
}

}  // namespace
}  // namespace rapport::documents::csv
