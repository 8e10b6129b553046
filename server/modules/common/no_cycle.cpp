#include "modules/common/no_cycle.h"

#include <set>

#include "base/text.h"
#include "metadata/schema.h"

namespace rapport::modules {

void NoCycle::before_save(records::Change& change) const {
    if (change.kind != records::Operation::Kind::Update || !change.changes(field_)) return;
    const std::string next = "SELECT " + metadata::quoted(field_) + " FROM " + metadata::quoted(change.object.name) + " WHERE id = ?1";
    Value above = change.after[field_];
    // Ids that were seen end the walk, so that a circle made elsewhere cannot hang it.
    for (std::set<std::int64_t> seen; above.is_integer() && seen.insert(above.integer()).second;) {
        if (above.integer() == change.id().number()) {
            const metadata::Field& field = change.object.field(field_);
            change.refuse(field_, "circular", field.label + " leads back to this " + text::lower(change.object.label) + ": choose another one.");
            return;
        }
        above = change.session.value(next, {above}).value_or(Value());
    }
}

}  // namespace rapport::modules
