#include "metadata/conversion.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "metadata/field_types/options.h"

namespace rapport::metadata {
namespace {

/// What can be an option: people read it in a list.
bool is_choice(std::string_view value) { return !text::is_blank(value) && !text::has_control_characters(value) && text::length(value) <= types::longest_option; }

/// Values of one family become each other; words may become anything, and anything words. What is not here stays what it is:
/// references and files name something else, computed values are kept by the system, secrets would stand in the history, and
/// marks of rich text would be lost.
enum class Family { Words, Number, Day, Time, Duration, Yes, Email, Phone, Web };
struct Kinship {
    std::string_view type;
    Family family;
};
constexpr std::array kinships{
    Kinship{"text", Family::Words},     Kinship{"long_text", Family::Words},   Kinship{"picklist", Family::Words}, Kinship{"multi_picklist", Family::Words},
    Kinship{"integer", Family::Number}, Kinship{"decimal", Family::Number},    Kinship{"currency", Family::Number}, Kinship{"percent", Family::Number},
    Kinship{"date", Family::Day},       Kinship{"datetime", Family::Day},      Kinship{"time", Family::Time},      Kinship{"duration", Family::Duration},
    Kinship{"checkbox", Family::Yes},   Kinship{"email", Family::Email},       Kinship{"phone", Family::Phone},    Kinship{"url", Family::Web},
};

constexpr std::array settings_of_types{"type", "length", "minimum", "maximum", "scale", "options", "restricted", "region"};
constexpr std::size_t most_known = 10'000;

std::optional<Family> family_of(const FieldType& type) {
    for (const Kinship& one : kinships)
        if (one.type == type.name()) return one.family;
    return std::nullopt;
}

bool may_become(const FieldType& from, const FieldType& to) {
    auto one = family_of(from), other = family_of(to);
    return &from != &to && one && other && (one == other || one == Family::Words || other == Family::Words);
}

}  // namespace

std::vector<const FieldType*> convertible_to(const FieldType& type) {
    std::vector<const FieldType*> out;
    for (const FieldType* other : field_types())
        if (may_become(type, *other)) out.push_back(other);
    return out;
}

bool has_options(const FieldType& type) { return type.name() == "picklist" || type.name() == "multi_picklist"; }

Json type_settings(const Json& declaration) {
    Json out = Json::Members{};
    for (const char* key : settings_of_types)
        if (declaration.has(key)) out.set(key, declaration[key]);
    return out;
}

Json with_type(const Field& field, const Json& settings) {
    const FieldType* to = find_field_type(settings.string_or("type", ""));
    if (!to || !may_become(*field.type, *to))
        throw invalid_field({"type", "type_change", "The values of a field of type " + std::string(field.type->name()) + " cannot become values of type " + text::quoted(settings.string_or("type", "")) + ". Add a new field."});
    Json out = field.declaration;
    for (const char* key : settings_of_types) out.erase(key);
    const Json own = type_settings(settings);
    for (const auto& [key, value] : own.members()) out.set(key, value);
    const bool keeps_options = has_options(*field.type) && has_options(*to) && !settings.has("options");
    if (keeps_options) out.set("options", field.declaration["options"]);
    return out;
}

Result<Value> Conversion::convert(const Cell& value) {
    if (value.is_null()) return Value();
    if (from_.type->shape() == Shape::Date && to_.type->shape() == Shape::DateTime) return Value(manner_.zone.start_of(Date(value.integer())).microseconds());
    if (from_.type->shape() == Shape::DateTime && to_.type->shape() == Shape::Date) return Value(manner_.zone.date_at(DateTime(value.integer())).days());
    // Options are known by their values, and other types by what people read.
    const bool both = has_options(*from_.type) && has_options(*to_.type);
    const std::string written = both ? from_.type->text(value, from_) : from_.type->readable(value, from_);
    std::string text(text::trim(written));
    if (text.empty()) return Value();
    if (!has_options(*to_.type)) return parse(text);
    auto known = known_.find(text);
    if (known != known_.end()) return known->second;
    Result<Value> out = parse(text);
    if (known_.size() < most_known) known_.emplace(std::move(text), out);
    return out;
}

Result<Value> Conversion::parse(const std::string& text) {
    Result<Value> out = to_.type->parse(text, to_);
    if (!out || !manner_.adds_options || !out->is_text()) return out;
    const std::vector<std::string> values = values_of(*out);
    if (!std::all_of(values.begin(), values.end(), is_choice)) return problem("unfit_option", "A choice is one line of at most " + std::to_string(types::longest_option) + " characters.", to_.name);
    for (const std::string& value : values) add_option(value);
    return out;
}

std::vector<std::string> Conversion::values_of(const Value& stored) const {
    if (to_.type->shape() != Shape::Set) return {stored.text()};
    std::vector<std::string> out;
    for (std::string_view code : text::split(stored.text(), ';'))
        if (!code.empty()) out.emplace_back(code);
    return out;
}

void Conversion::add_option(const std::string& value) {
    if (std::any_of(to_.options.begin(), to_.options.end(), [&](const PicklistOption& option) { return option.value == value; })) return;
    if (to_.options.size() >= most_options)
        throw Failure(FailureKind::Invalid, "too_many_options",
                      to_.label + " has more than " + std::to_string(most_options) + " different values: nobody could choose among so many. Name the options that there are to be, or leave it as it is.");
    to_.options.push_back({value, value, "", true, {}});
}

}  // namespace rapport::metadata
