#include "modules/common/only_people.h"

namespace rapport::modules {

void OnlyPeople::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    const Value& user = change.after[field_];
    if (change.kind == Kind::Delete || change.kind == Kind::Restore || !change.changes(field_) || user.is_null()) return;
    auto kind = change.session.value(R"(SELECT kind FROM "user" WHERE id = ?1)", {user});
    if (kind && kind->text_or("") == "queue")
        change.refuse(field_, "not_a_person", "A queue owns records, and that is all it does: choose a person for " + change.object.field(field_).label + ".");
}

}  // namespace rapport::modules
