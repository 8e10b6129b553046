#include "metadata/definition_problems.h"

#include <algorithm>

namespace rapport::metadata {
namespace {

/// Looks through one object; keeps what is wrong.
class DefinitionCheck {
public:
    DefinitionCheck(const Object& object, std::vector<Problem>& problems) : object_(object), problems_(problems) {}

    void run() {
        for (const Field& field : object_.fields) check_default(field);
        for (const ValidationRule& rule : object_.validation_rules)
            if (!rule.field.empty() && !object_.find_field(rule.field)) refuse(rule.name, "unknown_field", "There is no field \"" + rule.field + "\" to show the message at.");
    }

private:
    void refuse(const std::string& where, const std::string& code, const std::string& message) { problems_.push_back({object_.name + "." + where, code, message}); }

    void check_default(const Field& field) {
        const Json& value = field.default_value;
        if (value.is_null()) return;
        if (std::string fitting = field_for_word(value); !fitting.empty()) {
            if (!takes_word(field, value.string())) refuse(field.name, "invalid_default", "The default " + value.string() + " is for " + fitting + ".");
            return;
        }
        if (field.type->shape() == Shape::Compound) return refuse(field.name, "invalid_default", field.label + " has several parts, so it cannot have a default.");
        if (auto read = field.type->read(value, field); !read) refuse(field.name, "invalid_default", "The default cannot be: " + read.error().message);
    }

    static std::string field_for_word(const Json& value) {
        if (!value.is_string()) return "";
        if (value.string() == "$user") return "fields that refer to a user";
        if (value.string() == "$today") return "dates";
        return value.string() == "$now" ? "moments: fields with date and time" : "";
    }

    static bool takes_word(const Field& field, std::string_view word) {
        if (word == "$today") return field.type->shape() == Shape::Date;
        if (word == "$now") return field.type->shape() == Shape::DateTime;
        return field.is_reference() && (field.targets.empty() || std::find(field.targets.begin(), field.targets.end(), "user") != field.targets.end());
    }

    const Object& object_;
    std::vector<Problem>& problems_;
};

}  // namespace

std::vector<Problem> definition_problems(const Catalogue& catalogue) {
    std::vector<Problem> problems;
    for (const Object& object : catalogue.objects()) DefinitionCheck(object, problems).run();
    return problems;
}

}  // namespace rapport::metadata
