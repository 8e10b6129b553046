#pragma once

#include <cstddef>
#include <string>

#include "documents/byte_source.h"

namespace rapport::documents::vcard {

/// Content lines of a file of cards: what was folded over several lines is one again.
/// Source: RFC 6350, 3.2; for quoted-printable vCard 2.1, 2.1.3.
class Lines {
public:
    struct Line {
        std::string text;
        std::size_t number = 0;  // where it begins, from 1
        bool cut = false;        // it is longer than what is kept: a picture
    };

    explicit Lines(ByteSource source) : source_(std::move(source)) {}
    /// False at the end of the file.
    bool next(Line& line);

private:
    int look();
    void take_line(Line& line);

    ByteSource source_;
    std::string buffer_;
    std::size_t place_ = 0;
    std::size_t number_ = 1;
};

}  // namespace rapport::documents::vcard
