#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport {

/// Bytes as text, for columns and messages that hold nothing else (RFC 4648, section 4, with padding).
std::string to_base64(std::string_view bytes);
/// None when the text is not what to_base64() makes.
std::optional<std::string> from_base64(std::string_view text);

/// The same for addresses and names, without padding (section 5).
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace rapport
