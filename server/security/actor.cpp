#include "security/actor.h"

#include "base/failure.h"
#include "security/rights.h"

namespace rapport::security {

Actor Actor::system(std::string name) { return Actor(RecordId(), std::move(name), Rights::everything(), TimeZone::utc()); }

void Actor::require_proof() const {
    if (!must_prove_) return;
    throw Failure(FailureKind::Forbidden, std::string(unproved), "Nothing was done: it has to be confirmed first that it is you. Give your password or a passkey (POST /session/proof), and try again.");
}

}  // namespace rapport::security
