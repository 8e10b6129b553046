#include "metadata/declared_duplicates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "metadata/declared_fields.h"

namespace rapport::metadata {
namespace {

constexpr std::array<std::pair<std::string_view, Comparing>, 9> names{{{"exact", Comparing::Exact},
                                                                      {"text", Comparing::Text},
                                                                      {"person", Comparing::Person},
                                                                      {"company", Comparing::Company},
                                                                      {"address", Comparing::Address},
                                                                      {"email", Comparing::Email},
                                                                      {"phone", Comparing::Phone},
                                                                      {"domain", Comparing::Domain},
                                                                      {"date", Comparing::Date}}};
constexpr std::int64_t most_points = 100;
constexpr std::size_t most_comparisons = 20;

std::optional<Comparing> find_comparing(std::string_view name) {
    auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// How values of a type are compared when nothing is said.
Comparing usual(const Field& field) {
    std::string_view type = field.type->name();
    if (type == "email" || type == "multi_email") return Comparing::Email;
    if (type == "phone" || type == "multi_phone") return Comparing::Phone;
    if (type == "url") return Comparing::Domain;
    if (type == "address") return Comparing::Address;
    if (type == "date") return Comparing::Date;
    return field.type->shape() == Shape::Text ? Comparing::Text : Comparing::Exact;
}

std::string label_of(Comparing comparing, const Field& field) {
    switch (comparing) {
        case Comparing::Person:
        case Comparing::Company: return "name";
        case Comparing::Address: return "address";
        case Comparing::Email: return "e-mail address";
        case Comparing::Phone: return "telephone number";
        case Comparing::Domain: return "web domain";
        default: return text::lower(field.label);
    }
}

bool can_be_compared(const Field& field) {
    std::string_view type = field.type->name();
    bool secret = field.type->shape() == Shape::Opaque && type != "multi_email" && type != "multi_phone";
    return field.formula.empty() && !field.roll_up && !secret && (field.type->shape() != Shape::Compound || type == "address");
}

class Reader {
public:
    Reader(const Object& object, const std::function<void(const std::string&)>& refuse) : object_(object), refuse_(refuse) {}

    DuplicateRules read(const Json& declaration) {
        DuplicateRules rules;
        if (declaration.is_null()) return rules;
        if (!declaration.is_object()) return refuse_("Duplicate rules are an object: {\"compare\": [{\"fields\": [\"email\"], \"same\": 80}]}."), rules;
        rules.declared = declaration;
        rules.from = number(declaration, "from", rules.from, 1);
        rules.also_in = names_in(declaration["also_in"]);
        for (const Json& one : items_of(declaration["compare"]))
            if (auto comparison = read_comparison(one)) rules.compare.push_back(*std::move(comparison));
        if (rules.compare.size() > most_comparisons) refuse_("At most 20 comparisons tell whether records are the same.");
        return rules;
    }

private:
    int number(const Json& json, std::string_view name, int fallback, std::int64_t least) {
        const Json& value = json[name];
        if (value.is_null()) return fallback;
        std::int64_t read = value.is_number() ? value.integer() : most_points + 1;
        if (read < least || read > most_points) return refuse_("\"" + std::string(name) + "\" is a whole number from " + std::to_string(least) + " to 100."), fallback;
        return static_cast<int>(read);
    }

    std::optional<Comparison> read_comparison(const Json& json) {
        Comparison out;
        const Field* first = nullptr;
        for (const std::string& name : names_in(json["fields"])) {
            const Field* field = object_.find_field(name) ? object_.find_field(name) : object_.find_relation(name);
            if (!field) return refuse_("There is no field \"" + name + "\" to compare."), std::nullopt;
            if (!can_be_compared(*field)) return refuse_(field->label + " cannot be compared: it is computed, secret, or a place on the map."), std::nullopt;
            if (!first) first = field;
            add_columns(*field, out.fields);
        }
        if (!first) return refuse_("A comparison names its fields: {\"fields\": [\"email\"], \"same\": 80}."), std::nullopt;
        auto comparing = json["as"].is_null() ? std::optional(usual(*first)) : find_comparing(json.string_or("as", ""));
        if (!comparing) return refuse_("\"as\" is exact, text, person, company, address, email, phone, domain or date."), std::nullopt;
        out.as = *comparing;
        out.label = label_of(out.as, *first);
        out.same = number(json, "same", 0, 1);
        if (out.same == 0) refuse_("A comparison of " + first->label + " says in \"same\" how many points, 1 to 100, it gives.");
        out.different = number(json, "different", 0, -most_points);
        if (out.different > 0) refuse_("\"different\" takes points away: it is 0 or less.");
        return out;
    }

    /// An address is compared as people write it; where on the map it is says the same again.
    void add_columns(const Field& field, std::vector<std::string>& columns) {
        if (field.type->shape() != Shape::Compound) return columns.push_back(field.name);
        for (const Field& part : object_.fields)
            if (part.component_of == field.name && part.type->shape() == Shape::Text) columns.push_back(part.name);
    }

    const Object& object_;
    const std::function<void(const std::string&)>& refuse_;
};

}  // namespace

std::string_view name_of(Comparing comparing) {
    return std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.second == comparing; })->first;
}

DuplicateRules read_duplicate_rules(const Object& object, const Json& declaration, const std::function<void(const std::string&)>& refuse) { return Reader(object, refuse).read(declaration); }

}  // namespace rapport::metadata
