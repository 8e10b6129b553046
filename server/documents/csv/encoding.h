#pragma once

#include <string>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents::csv {

/// How a file's bytes are characters.
struct Encoding {
    std::string name;            // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" or another name that ICU knows
    std::size_t mark_bytes = 0;  // length of the byte order mark in front
};

/// Judges by the first bytes: a byte order mark, zero bytes of UTF-16, valid UTF-8; what is none of these is Windows-1252,
/// which Western spreadsheets write and which has every character of Latin-1.
Encoding detect_encoding(std::string_view first_bytes);

/// The same text in UTF-8, piece by piece. What cannot be read becomes U+FFFD.
/// Throws Failure(Invalid, "unknown_encoding") for a name that ICU does not know.
ByteSource decoded(ByteSource source, const Encoding& encoding);

std::string from_windows_1252(std::string_view bytes);

}  // namespace rapport::documents::csv
