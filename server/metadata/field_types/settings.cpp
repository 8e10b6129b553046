#include "metadata/field_types/settings.h"

#include <fmt/format.h>

#include "base/decimal.h"

namespace rapport::metadata::types {

std::int64_t Settings::integer(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) {
    const Json& value = declaration_[name];
    if (value.is_null()) return fallback;
    auto number = value.is_number() ? decimal::parse(value.digits(), 0) : problem("", "");
    if (number && *number >= least && *number <= most) return *number;
    refuse(name, fmt::format("must be a whole number from {} to {}", least, most));
    return fallback;
}

std::optional<std::int64_t> Settings::number(std::string_view name, int scale) {
    const Json& value = declaration_[name];
    if (value.is_null()) return {};
    bool has_digits = value.is_number() || value.is_string();
    auto number = has_digits ? decimal::parse(value.is_number() ? value.digits() : value.string(), scale) : problem("", "");
    if (number) return *number;
    refuse(name, fmt::format("must be a number with at most {} digits after the point, such as \"100\"", scale));
    return {};
}

std::string Settings::text(std::string_view name, std::string_view fallback) {
    const Json& value = declaration_[name];
    if (value.is_string()) return value.string();
    if (!value.is_null()) refuse(name, "must be a string");
    return std::string(fallback);
}

bool Settings::flag(std::string_view name, bool fallback) {
    const Json& value = declaration_[name];
    if (value.is_bool()) return value.boolean();
    if (!value.is_null()) refuse(name, "must be true or false");
    return fallback;
}

std::vector<std::string> Settings::names(std::string_view name) {
    const Json& value = declaration_[name];
    std::vector<std::string> out;
    if (value.is_string()) out.push_back(value.string());
    if (value.is_array()) {
        for (const Json& item : value.array()) {
            if (item.is_string()) out.push_back(item.string());
            else refuse(name, "must hold names only");
        }
    }
    if (!value.is_null() && !value.is_string() && !value.is_array()) refuse(name, "must be a name or an array of names");
    return out;
}

void Settings::refuse(std::string_view name, std::string_view message) {
    if (problem_) return;
    problem_ = Problem{field_.name, "invalid_setting", fmt::format("\"{}\" of the field \"{}\" {}.", name, field_.name, message)};
}

Result<void> Settings::result() const {
    if (problem_) return tl::unexpected(*problem_);
    return {};
}

}  // namespace rapport::metadata::types
