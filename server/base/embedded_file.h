#pragma once

#include <string_view>

namespace rapport {

/// A file that was put into the program when it was built (cmake/embed.cmake).
struct EmbeddedFile {
    std::string_view path;     // relative to the folder that embeds it: "account/account.json"
    std::string_view content;
};

}  // namespace rapport
