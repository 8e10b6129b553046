#include <fmt/format.h>

#include "metadata/field_types/number_like.h"
#include "metadata/field_types/written_duration.h"

namespace rapport::metadata::types {
namespace {

/// A length of time in whole seconds, zero or more.
class Duration final : public NumberLike {
public:
    Duration() : NumberLike("duration", {.usual = 0, .most = 0}) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        auto result = NumberLike::configure(field, declaration);
        if (result && !field.minimum) field.minimum = 0;
        return result;
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        auto seconds = parse_written_duration(text);
        if (!seconds) return refuse(field, seconds.error());
        return within_limits(*seconds, field);
    }

    /// "1:30" for an hour and a half, with seconds when there are any.
    std::string text(const Cell& stored, const Field&) const override {
        if (stored.is_null()) return {};
        std::int64_t seconds = stored.integer();
        std::string_view sign = seconds < 0 ? "-" : "";
        if (seconds < 0) seconds = -seconds;
        std::string out = fmt::format("{}{}:{:02}", sign, seconds / 3600, seconds / 60 % 60);
        return seconds % 60 ? out + fmt::format(":{:02}", seconds % 60) : out;
    }

    std::string search_text(const Cell&, const Field&) const override { return {}; }
};

}  // namespace

const FieldType& duration_type() {
    static const Duration type;
    return type;
}

}  // namespace rapport::metadata::types
