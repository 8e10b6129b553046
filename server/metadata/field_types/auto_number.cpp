#include "metadata/field_types/auto_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// Where the number stands in a format: "{0000}".
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;  // after the closing brace

    std::size_t digits() const { return end - begin - 2; }
};

constexpr std::size_t most_digits = 18;
constexpr std::size_t longest_format = 80;

std::optional<Place> place_in(std::string_view format) {
    if (std::count(format.begin(), format.end(), '{') != 1 || std::count(format.begin(), format.end(), '}') != 1) return {};
    Place place{format.find('{'), format.find('}') + 1};
    if (place.end < place.begin + 3 || place.digits() > most_digits) return {};
    std::string_view zeros = format.substr(place.begin + 1, place.digits());
    return zeros.find_first_not_of('0') == std::string_view::npos ? std::optional(place) : std::nullopt;
}

/// A text that the system counts up: one value a record, given when the record is made.
class AutoNumber final : public TextLike {
public:
    AutoNumber() : TextLike("auto_number", {.shape = Shape::Text, .column = readable_column}) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        Settings settings(field, declaration);
        field.format = settings.text("format");
        if (!place_in(field.format) || field.format.size() > longest_format)
            settings.refuse("format", "must have one number in braces, with a zero for each of its digits, such as \"C-{0000}\"");
        field.read_only = true;
        if (auto result = settings.result(); !result) return result;
        return TextLike::configure(field, declaration);
    }
};

}  // namespace

std::string format_auto_number(std::string_view format, std::int64_t number) {
    auto place = place_in(format);
    ensure(place.has_value(), "an auto number has a format that was checked");
    return fmt::format("{}{:0{}}{}", format.substr(0, place->begin), number, place->digits(), format.substr(place->end));
}

const FieldType& auto_number_type() {
    static const AutoNumber type;
    return type;
}

}  // namespace rapport::metadata::types
