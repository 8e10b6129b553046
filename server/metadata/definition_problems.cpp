#include "metadata/definition_problems.h"

#include <algorithm>
#include <set>

#include "metadata/layout_problems.h"
#include "metadata/wording_problems.h"

namespace rapport::metadata {
namespace {

/// Looks through one object; keeps what is wrong.
class DefinitionCheck {
public:
    DefinitionCheck(const Catalogue& catalogue, const Object& object, std::vector<Problem>& problems)
        : catalogue_(catalogue), object_(object), problems_(problems) {}

    void run() {
        for (const Field& field : object_.fields) {
            check_default(field);
            check_demands(field);
            check_beginning(field);
        }
        for (const ValidationRule& rule : object_.validation_rules)
            if (!rule.field.empty() && !object_.find_field(rule.field)) refuse(rule.name, "unknown_field", "There is no field \"" + rule.field + "\" to show the message at.");
        for (const std::string& name : object_.duplicate_rules.also_in) {
            const Object* other = catalogue_.find(name);
            if (!other || other == &object_) refuse("duplicate_rules", "unknown_object", "\"also_in\" names other objects; \"" + name + "\" is none.");
        }
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

    void check_demands(const Field& field) {
        constexpr std::size_t longest_indexed = 512;  // characters; PostgreSQL takes 2,700 bytes into an index
        bool kept = field.read_only && field.type->name() != "auto_number";
        if (field.required && !field.system && (kept || !field.has_column())) refuse(field.name, "invalid_setting", field.label + " cannot be required: " + (kept ? "people cannot fill it in." : "it has several parts."));
        if (field.name == object_.name_field && field.length > longest_indexed)
            refuse(field.name, "invalid_setting", field.label + " cannot be what records are called by: a name has at most 512 characters. Set its length, or take another field.");
        if (!field.unique && !field.external_id) return;
        std::string unfit = field.has_column() ? "" : "it has no value of its own in the database";
        if (field.has_column() && field.type->shape() == Shape::Opaque) unfit = "its values cannot be compared";
        if (field.length > longest_indexed) unfit = "a unique text has at most 512 characters, and this may have " + std::to_string(field.length) + ". Set its length";
        if (!unfit.empty()) refuse(field.name, "invalid_setting", field.label + " cannot be unique: " + unfit + ".");
    }

    /// A record that needs another one of its kind before it can never be the first.
    void check_beginning(const Field& field) {
        std::set<const Object*> seen;
        const Object* needed = needed_by(field);
        if (needed && needs(*needed, seen))
            refuse(field.name, "needs_itself", "Nobody could make the first record: a " + object_.label + " would need a " + needed->label + ", which needs a " + object_.label + ". Make this a lookup that is not required.");
    }

    /// The object of which there must be a record first; null when there need not.
    const Object* needed_by(const Field& field) const {
        bool must = field.required && !field.system && field.default_value.is_null() && field.targets.size() == 1;
        return must ? catalogue_.find(field.targets.front()) : nullptr;
    }

    bool needs(const Object& object, std::set<const Object*>& seen) const {
        if (&object == &object_) return true;
        if (!seen.insert(&object).second) return false;
        return std::any_of(object.fields.begin(), object.fields.end(), [&](const Field& field) {
            const Object* next = needed_by(field);
            return next && needs(*next, seen);
        });
    }

    const Catalogue& catalogue_;
    const Object& object_;
    std::vector<Problem>& problems_;
};

}  // namespace

std::vector<Problem> definition_problems(const Catalogue& catalogue) {
    std::vector<Problem> problems;
    for (const Object& object : catalogue.objects()) {
        DefinitionCheck(catalogue, object, problems).run();
        find_wording_problems(object, problems);
        find_layout_problems(object, problems);
    }
    return problems;
}

}  // namespace rapport::metadata
