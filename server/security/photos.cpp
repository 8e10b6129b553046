#include "security/photos.h"

#include "security/grounds.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::security {

bool is_photo_for(storage::Session& session, const metadata::CataloguePointer& catalogue, const Actor& actor, RecordId file) {
    const metadata::Object& user = catalogue->object("user");
    const metadata::Field& photo = user.field("photo_id");
    if (!actor.rights().may(ObjectRight::Read, user) || !actor.rights().may_read(user, photo)) return false;
    return static_cast<bool>(first_referring(session, catalogue, user, photo, file, visible_rows(actor, *catalogue, user, Access::Read)));
}

}  // namespace rapport::security
