#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "metadata/object.h"

namespace rapport::metadata::types {

/// Reads a field's settings out of its declaration. The first thing wrong is kept, later reads answer their
/// fallback, and result() tells.
class Settings {
public:
    Settings(const Field& field, const Json& declaration) : field_(field), declaration_(declaration) {}

    bool has(std::string_view name) const { return !declaration_[name].is_null(); }
    const Json& operator[](std::string_view name) const { return declaration_[name]; }

    std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most);
    /// A number or the digits of one, in units of 10^-scale; empty when it is not set.
    std::optional<std::int64_t> number(std::string_view name, int scale);
    std::string text(std::string_view name, std::string_view fallback = {});
    bool flag(std::string_view name, bool fallback);
    /// One name or an array of them.
    std::vector<std::string> names(std::string_view name);

    void refuse(std::string_view name, std::string_view message);
    Result<void> result() const;

private:
    const Field& field_;
    const Json& declaration_;
    std::optional<Problem> problem_;
};

}  // namespace rapport::metadata::types
