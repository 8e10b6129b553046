#include <algorithm>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "security/directory.h"

namespace rapport::records {

/// People who were never given anything are not asked about in the predicates of rights: the first time is news to the
/// directory, all others are not, however many records are shared.
void Pipeline::note_grantees(const Change& change, const std::vector<const metadata::Field*>& changed) {
    auto is_new = [&](const metadata::Field& to) {
        const Value& grantee = change.after[to];
        bool touched = std::find(changed.begin(), changed.end(), &to) != changed.end();
        if (!touched || grantee.is_null()) return false;
        std::string column = metadata::quoted(to.name);
        return !session_.value("SELECT 1 FROM " + metadata::quoted(change.object.name) + " WHERE " + column + " = ?1 AND deleted_at IS NULL AND id <> ?2 LIMIT 1", {grantee, change.id().number()});
    };
    for (const metadata::Grant& grant : change.object.grants)
        for (const std::string& to : grant.to) new_grantees_ = new_grantees_ || is_new(change.object.field(to));
}

bool Pipeline::changed_rights() const {
    const auto& people = security::Directory::objects();
    return new_grantees_ || std::any_of(changed_objects_.begin(), changed_objects_.end(), [&](const auto& name) { return people.contains(name); });
}

}  // namespace rapport::records
