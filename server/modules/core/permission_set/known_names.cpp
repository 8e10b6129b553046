#include "modules/core/permission_set/known_names.h"

#include "base/text.h"

namespace rapport::core {

void KnownNames::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Delete || change.kind == Kind::Restore || change.after["object"].is_null()) return;
    const metadata::Object* object = change.catalogue.find(change.after["object"].text());
    if (!object) return change.refuse("object", "unknown_object", "There is no object " + text::quoted(change.after["object"].text()) + ".");
    change.after["object"] = object->name;
    if (!change.object.find_field("value") || change.after["value"].is_null()) return;
    const metadata::Field* type = object->record_type_field.empty() ? nullptr : object->find_field(object->record_type_field);
    if (!type) return change.refuse("object", "no_record_type", object->plural_label + " have no record type.");
    const metadata::PicklistOption* option = type->find_option(change.after["value"].text());
    if (option) change.after["value"] = option->value;
    else change.refuse("value", "invalid_option", text::quoted(change.after["value"].text()) + " is none of the values of " + text::quoted(type->label) + ".");
}

}  // namespace rapport::core
