#include "modules/activities/contact_of_activity.h"

namespace rapport::activities {

void ContactOfActivity::before_save(records::Change& change) const {
    const Value& related = change.after["related_to_id"];
    Value& contact = change.after["contact_id"];
    if (!contact.is_null() || !related.is_integer()) return;
    const metadata::Object* object = change.catalogue.find(RecordId(related.integer()));
    if (object && object->name == "contact") contact = related;
}

}  // namespace rapport::activities
