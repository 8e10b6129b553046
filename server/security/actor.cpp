#include "security/actor.h"

#include "security/rights.h"

namespace rapport::security {

Actor Actor::system(std::string name) { return Actor(RecordId(), std::move(name), Rights::everything(), TimeZone::utc()); }

}  // namespace rapport::security
