#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::files {

/// How many of its first bytes tell what a content is.
constexpr std::size_t telling_bytes = 64 << 10;

/// The MIME type of a content, judged from its first bytes. Where those leave it open, such as for text and archives, the name
/// may narrow it down, but never to a type that may be shown.
std::string kind_of(std::string_view first_bytes, std::string_view name);

/// Whether a browser can show a content of this type without running anything that is in it.
bool may_be_shown(std::string_view content_type);
/// Whether that is a picture.
bool is_picture(std::string_view content_type);

}  // namespace rapport::files
