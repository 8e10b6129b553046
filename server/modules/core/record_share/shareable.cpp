#include "modules/core/record_share/shareable.h"

namespace rapport::core {

void Shareable::before_save(records::Change& change) const {
    if (change.kind == records::Operation::Kind::Delete || change.after["record_id"].is_null()) return;
    const metadata::Object* object = change.catalogue.find(RecordId(change.after["record_id"].integer()));
    if (!object || (object->owned && object->sharing != metadata::Sharing::ControlledByParent)) return;
    change.refuse("record_id", "not_shared", object->plural_label + " belong to nobody, so they are not shared: they follow their default, or the record that they hang on.");
}

}  // namespace rapport::core
