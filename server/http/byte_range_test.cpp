#include "http/byte_range.h"

#include <gtest/gtest.h>

#include <string>

namespace rapport::http {
namespace {

std::string range(std::string_view header, std::uint64_t size = 10) {
    ByteRange read = read_range(header, size);
    if (read.kind == ByteRange::Kind::OutOfReach) return "out of reach";
    return std::string(read.kind == ByteRange::Kind::Whole ? "whole " : "") + std::to_string(read.first) + "+" + std::to_string(read.length);
}

TEST(ByteRanges, are_from_to_the_rest_or_the_end) {
    EXPECT_EQ(range("bytes=0-3"), "0+4");
    EXPECT_EQ(range("bytes=3-"), "3+7");
    EXPECT_EQ(range("bytes=9-99999999999999999"), "9+1");
    EXPECT_EQ(range("bytes=-3"), "7+3");
    EXPECT_EQ(range("bytes=-99"), "0+10");
}

TEST(ByteRanges, behind_the_end_are_out_of_reach) {
    EXPECT_EQ(range("bytes=10-"), "out of reach");
    EXPECT_EQ(range("bytes=-0"), "out of reach");
    EXPECT_EQ(range("bytes=0-0", 0), "out of reach");
}

TEST(ByteRanges, that_are_not_understood_are_the_whole) {
    for (auto header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1", "bytes=0-99999999999999999999999", "bytes=--1"}) EXPECT_EQ(range(header), "whole 0+10") << header;
}

}  // namespace
}  // namespace rapport::http
