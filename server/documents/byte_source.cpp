#include "documents/byte_source.h"

#include <algorithm>
#include <cstring>
#include <istream>
#include <memory>

#include "base/failure.h"

namespace rapport::documents {
namespace {

/// A text and how far it has been read.
struct Remainder {
    std::string text;
    std::size_t position = 0;

    std::size_t take(char* buffer, std::size_t capacity) {
        std::size_t size = std::min(capacity, text.size() - position);
        std::memcpy(buffer, text.data() + position, size);
        position += size;
        return size;
    }
};

}  // namespace

ByteSource bytes_of(std::istream& stream) {
    return [&stream](char* buffer, std::size_t capacity) {
        stream.read(buffer, static_cast<std::streamsize>(capacity));
        if (stream.bad())
            throw Failure(FailureKind::Unavailable, "read_failed", "The file could not be read to its end. Try again.");
        return static_cast<std::size_t>(stream.gcount());
    };
}

ByteSource bytes_of(std::string text) {
    return [rest = std::make_shared<Remainder>(Remainder{std::move(text)})](char* buffer, std::size_t capacity) {
        return rest->take(buffer, capacity);
    };
}

std::string peek(ByteSource& source, std::size_t size) {
    std::string head(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        std::size_t count = source(head.data() + filled, size - filled);
        if (count == 0) break;
        filled += count;
    }
    head.resize(filled);
    source = [first = bytes_of(head), rest = std::move(source)](char* buffer, std::size_t capacity) {
        std::size_t count = first(buffer, capacity);
        return count > 0 ? count : rest(buffer, capacity);
    };
    return head;
}

}  // namespace rapport::documents
