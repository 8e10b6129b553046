#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "metadata/object.h"

/// What becomes of a field's values when its type changes: each is written as people read it, and read as an import reads it.
namespace rapport::metadata {

/// Types whose values those of this one may become, in the order in which they are offered; none when they stay what they are.
std::vector<const FieldType*> convertible_to(const FieldType& type);

/// The field's declaration with another type. `settings` has "type" and what concerns it alone ("options", "scale", …); what
/// concerns the old type alone is left out. Throws Failure(Invalid, "type_change") for a type that its values cannot become.
Json with_type(const Field& field, const Json& settings);
/// Of a declaration, the type and what concerns it alone.
Json type_settings(const Json& declaration);

bool has_options(const FieldType& type);

/// Makes values of one field into values of the field that it becomes.
class Conversion {
public:
    /// More choices than this are none.
    static constexpr std::size_t most_options = 500;

    struct Manner {
        bool adds_options = false;              // to a picklist, what is none of its options becomes one
        TimeZone zone = TimeZone::utc();        // on whose clocks a day begins
    };
    /// `from` lives as long as this.
    Conversion(const Field& from, Field to, Manner manner) : from_(from), to_(std::move(to)), manner_(std::move(manner)) {}

    /// The value as the new type stores it; null where there is nothing. Problem: why it cannot be one.
    /// Throws Failure(Invalid, "too_many_options").
    Result<Value> convert(const Cell& value);

    const Field& to() const { return to_; }
    /// All that there are by now.
    const std::vector<PicklistOption>& options() const { return to_.options; }
    void add_option(const std::string& value);

private:
    Result<Value> parse(const std::string& text);
    std::vector<std::string> values_of(const Value& stored) const;

    const Field& from_;
    Field to_;
    const Manner manner_;
    std::unordered_map<std::string, Result<Value>> known_;  // of fields with options: few values, many times
};

}  // namespace rapport::metadata
