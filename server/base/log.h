#pragma once

#include <fmt/format.h>

#include <string_view>

namespace rapport::log {

enum class Level { Debug, Information, Warning, Error };

/// One line on standard error, with the time. Personal data does not belong in the log.
void write(Level level, std::string_view message);
void set_level(Level level);

template <class... Arguments>
void information(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    write(Level::Information, fmt::format(format, std::forward<Arguments>(arguments)...));
}

template <class... Arguments>
void warning(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    write(Level::Warning, fmt::format(format, std::forward<Arguments>(arguments)...));
}

template <class... Arguments>
void error(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    write(Level::Error, fmt::format(format, std::forward<Arguments>(arguments)...));
}

}  // namespace rapport::log
