#pragma once

#include <cstdint>
#include <string_view>

namespace rapport::http {

/// Which bytes of a content a client wants.
struct ByteRange {
    enum class Kind {
        Whole,      // all: no range was asked for, or none that is understood (several are not)
        Part,       // 206 with these
        OutOfReach  // 416: the content ends before
    };
    Kind kind = Kind::Whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

/// By the Range header (RFC 9110, section 14): "bytes=0-99", "bytes=100-", "bytes=-100".
ByteRange read_range(std::string_view header, std::uint64_t size);

}  // namespace rapport::http
