#pragma once

#include <string_view>

namespace rapport::http {

/// By the name's extension: "app.js" is "text/javascript; charset=utf-8"; what nobody knows is "application/octet-stream".
std::string_view content_type_of(std::string_view file_name);

}  // namespace rapport::http
