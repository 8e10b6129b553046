#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::documents::vcard {

/// One line of a card: what it is, of which kind, and its value as it is written.
struct Property {
    std::string name;                // in capitals, without its group: "TEL"
    std::vector<std::string> types;  // in small letters: "work", "cell", "pref"
    std::string value;

    bool is(std::string_view type) const;
    /// Preferred among those of its name.
    bool is_preferred() const { return is("pref"); }
    /// The value as a text.
    std::string text() const;
    /// The parts between semicolons; lists within them keep their commas.
    std::vector<std::string> parts() const;
};

/// None for a line that is no property. What cannot be UTF-8 is taken for Windows-1252.
std::optional<Property> read_property(std::string_view line);

}  // namespace rapport::documents::vcard
