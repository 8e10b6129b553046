#include "modules/common/only_one.h"

#include "metadata/schema.h"
#include "modules/common/follow_up.h"

namespace rapport::modules {

void OnlyOne::after_save(records::Change& change, records::Service& service) const {
    if (change.kind == records::Operation::Kind::Delete || change.after[checkbox_] != Value(1) || !change.changes(checkbox_)) return;
    std::vector<RecordId> others;
    {
        auto rows = change.session.query("SELECT id FROM " + metadata::quoted(change.object.name) + " WHERE " + metadata::quoted(checkbox_) +
                                             " = 1 AND id <> ?1 AND deleted_at IS NULL",
                                         {change.id().number()});
        while (rows->next()) others.emplace_back(rows->integer(0));
    }
    FollowUp follow_up(change, service);
    for (RecordId other : others) follow_up.update(change.object.name, other, Json::Members{{checkbox_, false}});
}

}  // namespace rapport::modules
