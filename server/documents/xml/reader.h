#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents::xml {

/// Of one element. Names come without the prefix of their namespace.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view()); }

private:
    const char** pairs_;
};

/// Told what a document holds, in its order. What it throws ends the reading.
class Listener {
public:
    virtual ~Listener() = default;
    virtual void begin_element(std::string_view name, const Attributes& attributes) = 0;
    virtual void end_element(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

/// Reads XML piece by piece in bounded memory. Documents with a DOCTYPE are refused, so that no entity is there to be
/// expanded or fetched; so are elements within more than a hundred others, and tags of more than a megabyte.
class Reader {
public:
    /// The listener outlives this.
    Reader(ByteSource source, Listener& listener);
    ~Reader();

    /// Goes on until the listener pauses it, or to the end; answers whether there is more.
    /// Throws Failure(Invalid, "malformed_xml") naming the line, and what source and listener throw.
    bool read();
    /// From within the listener: read() returns after this element.
    void pause();

    /// Bytes that read() has gone through.
    std::uint64_t bytes_read() const { return fed_; }

private:
    struct Parser;
    template <class Call>
    void guarded(const Call& call);

    ByteSource source_;
    Listener& listener_;
    std::unique_ptr<Parser> parser_;
    std::exception_ptr failure_;  // which cannot pass through C
    std::uint64_t fed_ = 0;
    std::size_t depth_ = 0;
    bool last_ = false;
    bool paused_ = false;
};

/// Reads all of a document.
void read(ByteSource source, Listener& listener);

}  // namespace rapport::documents::xml
