#include "imports/field_access.h"

#include "base/text.h"
#include "security/rights.h"

namespace rapport::imports {
namespace {

using metadata::Field;
using metadata::Object;
using metadata::Shape;

tl::unexpected<Problem> unknown(const Object& object, std::string_view spelling, const security::Actor& actor) {
    std::vector<std::string_view> names;
    for (const Field& field : object.fields)
        if (may_import(object, field, actor)) names.push_back(field.name);
    std::string_view near = text::nearest(spelling, names);
    return problem("unknown_field", object.label + " has no field \"" + std::string(spelling) + "\"" +
                                        (near.empty() ? std::string(".") : "; did you mean \"" + std::string(near) + "\"?"));
}

const Field* find_visible(const Object& object, std::string_view spelling, const security::Actor& actor) {
    const Field* field = object.find_field(spelling);
    if (!field) field = object.find_relation(spelling);
    return field && actor.rights().may_read(object, *field) ? field : nullptr;
}

}  // namespace

bool may_import(const Object& object, const Field& field, const security::Actor& actor) {
    if (!actor.rights().may_read(object, field)) return false;
    if (field.name == "id") return true;
    if (!field.has_column()) return false;
    return actor.is_system() || (!field.read_only && actor.rights().may_edit(object, field));
}

Result<const Field*> find_writable_field(const Object& object, std::string_view spelling, const security::Actor& actor) {
    const Field* field = find_visible(object, spelling, actor);
    if (!field) return unknown(object, spelling, actor);
    if (may_import(object, *field, actor)) return field;
    if (field->type->shape() == Shape::Compound)
        return problem("compound_field", field->label + " has several parts: map them one by one, such as \"" + field->name + "_" + field->type->components().front().name + "\".");
    if (field->read_only || !field->has_column())
        return problem("read_only", field->label + " is kept by the system and cannot be imported.");
    return problem("field_forbidden", "You may not change " + field->label + ": your permission sets do not allow it.");
}

Result<const Field*> find_match_field(const Object& object, std::string_view spelling, const security::Actor& actor) {
    const Field* field = find_visible(object, spelling, actor);
    if (!field) return unknown(object, spelling, actor);
    if (field->name == "id") return field;
    Shape shape = field->type->shape();
    bool comparable = field->has_column() && (shape == Shape::Text || shape == Shape::Code || shape == Shape::Number);
    if (!comparable) return problem("invalid_match", "Records cannot be found by " + field->label + ": match by a text or a number, such as \"external_id\".");
    return field;
}

}  // namespace rapport::imports
