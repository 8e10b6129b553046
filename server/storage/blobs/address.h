#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::storage::blobs {

/// Names a content by itself: its SHA-256, as 64 lower-case hexadecimal digits. Safe as the name of a file.
class Address {
public:
    /// Nothing when the text is none.
    static std::optional<Address> parse(std::string_view text);

    const std::string& text() const { return text_; }
    friend auto operator<=>(const Address&, const Address&) = default;

private:
    explicit Address(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace rapport::storage::blobs
