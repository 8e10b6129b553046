#pragma once

#include <string_view>

namespace rapport::metadata::types {

/// Whether the text names its scheme: "https:", "javascript:". A host with a port ("example.com:8080") does not.
bool has_scheme(std::string_view text);

/// Whether following the link can do nothing but open a page, a mail or a call: http and https with a host, mailto, tel.
/// `text` has no blanks, control characters, quotes or angle brackets then either.
bool is_safe_link(std::string_view text);

}  // namespace rapport::metadata::types
