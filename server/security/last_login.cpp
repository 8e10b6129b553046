#include "security/last_login.h"

#include "metadata/schema.h"

namespace rapport::security {

void note_login(storage::Session& session, RecordId user, DateTime at) {
    session.execute("UPDATE " + metadata::quoted("user") + " SET last_login_at = ?2 WHERE id = ?1", {user.number(), at.microseconds()});
}

}  // namespace rapport::security
