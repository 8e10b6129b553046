#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace rapport::documents {

/// Bytes that come piece by piece: fills at most `capacity` bytes at `buffer` and answers how many; 0 is the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t capacity)>;

/// Takes bytes piece by piece: a file, a socket, a string.
using ByteSink = std::function<void(std::string_view)>;

/// The stream outlives the source. Throws Failure(Unavailable, "read_failed") when reading fails.
ByteSource bytes_of(std::istream& stream);
/// Keeps the text.
ByteSource bytes_of(std::string text);

/// The first `size` bytes, or all when there are fewer; the source still begins with them afterwards.
std::string peek(ByteSource& source, std::size_t size);

}  // namespace rapport::documents
