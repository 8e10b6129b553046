#include "matching/profile.h"

#include <algorithm>
#include <cmath>

#include "matching/likeness.h"
#include "matching/normal_forms.h"

namespace rapport::matching {
namespace {

using metadata::Comparing;
using metadata::Comparison;

/// The texts of a stored value: more than one of a field that has several.
std::vector<std::string> texts_of(const metadata::Field& field, const Value& value) {
    if (value.is_null()) return {};
    std::string_view type = field.type->name();
    if (type != "multi_email" && type != "multi_phone") return {field.value_type().text(value, field)};
    std::vector<std::string> out;
    const Json values = Json::parse(value.text());  // outlives the loop, which a value made in its head does not
    for (const Json& one : values.array()) out.push_back(one["value"].string());
    return out;
}

std::vector<std::string> compared_values(const metadata::Object& object, const Comparison& comparison, const ValueOf& value_of) {
    std::vector<std::string> out;
    std::string whole;
    for (const std::string& name : comparison.fields) {
        const metadata::Field& field = object.field(name);
        for (const std::string& text : texts_of(field, value_of(field))) {
            if (has_words(comparison.as)) whole += (whole.empty() ? "" : " ") + text;
            else for (std::string& value : normal_form(comparison.as, text)) out.push_back(std::move(value));
        }
    }
    return has_words(comparison.as) ? normal_form(comparison.as, whole) : out;
}

/// The comparison of the other object that corresponds: the same kind, and as many of it before.
std::size_t corresponding(const metadata::DuplicateRules& rules, std::size_t number, const metadata::DuplicateRules& other) {
    const Comparing kind = rules.compare[number].as;
    auto before = std::count_if(rules.compare.begin(), rules.compare.begin() + static_cast<std::ptrdiff_t>(number), [&](const Comparison& one) { return one.as == kind; });
    for (std::size_t i = 0; i < other.compare.size(); ++i)
        if (other.compare[i].as == kind && before-- == 0) return i;
    return other.compare.size();
}

struct Evidence {
    double points;
    bool same;
    std::size_t comparison;
};

}  // namespace

Profile profile_of(const metadata::Object& object, const ValueOf& value_of) {
    Profile out{&object, {}};
    for (const Comparison& comparison : object.duplicate_rules.compare) out.values.push_back(compared_values(object, comparison, value_of));
    return out;
}

std::vector<const metadata::Field*> compared_fields(const metadata::Object& object) {
    std::vector<const metadata::Field*> out;
    for (const metadata::Field& field : object.fields)
        if (is_compared(object, field)) out.push_back(&field);
    return out;
}

bool is_compared(const metadata::Object& object, const metadata::Field& field) {
    const auto& all = object.duplicate_rules.compare;
    return std::any_of(all.begin(), all.end(), [&](const Comparison& one) { return std::find(one.fields.begin(), one.fields.end(), field.name) != one.fields.end(); });
}

Score score(const Profile& asked, const Profile& other) {
    const auto& rules = asked.object->duplicate_rules;
    std::vector<Evidence> evidence;
    double sum = 0;
    for (std::size_t i = 0; i < rules.compare.size(); ++i) {
        const std::size_t j = asked.object == other.object ? i : corresponding(rules, i, other.object->duplicate_rules);
        if (j >= other.values.size() || asked.values[i].empty() || other.values[j].empty()) continue;
        const Comparison& comparison = rules.compare[i];
        const double alike = likeness(comparison.as, asked.values[i], other.values[j]);
        const double points = comparison.different + (comparison.same - comparison.different) * std::max(alike, 0.0);
        evidence.push_back({points, alike > 0.999, i});
        sum += points;
    }
    std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& one, const Evidence& two) { return one.points > two.points; });
    Score out;
    out.points = static_cast<int>(std::lround(std::clamp(sum, 0.0, 100.0)));
    for (const Evidence& one : evidence)
        if (one.points > 0) out.reasons.push_back({one.same, &rules.compare[one.comparison]});
    return out;
}

}  // namespace rapport::matching
