#include "modules/core/install.h"

#include <memory>
#include <span>

#include "modules/common/declarations.h"
#include "modules/common/known_locality.h"
#include "modules/common/known_time_zone.h"
#include "modules/common/name_of_person.h"
#include "modules/common/no_cycle.h"
#include "modules/common/only_one.h"
#include "modules/core/exchange_rate/recompute_amounts.h"
#include "modules/core/organization/one_organization.h"
#include "modules/core/stage/probability_of_outcome.h"
#include "modules/core/user/keep_administrator.h"

namespace rapport::core {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

void install(records::Service& service) {
    using namespace modules;
    service.add_hook("organization", std::make_unique<OneOrganization>());
    service.add_hook("organization", std::make_unique<KnownTimeZone>());
    service.add_hook("organization", std::make_unique<KnownLocality>());
    service.add_hook("user", std::make_unique<NameOfPerson>());
    service.add_hook("user", std::make_unique<KnownTimeZone>());
    service.add_hook("user", std::make_unique<KnownLocality>());
    service.add_hook("user", std::make_unique<NoCycle>("manager_id"));
    service.add_hook("user", std::make_unique<KeepAdministrator>());
    service.add_hook("role", std::make_unique<NoCycle>("parent_id"));
    service.add_hook("exchange_rate", std::make_unique<RecomputeAmounts>());
    service.add_hook("pipeline", std::make_unique<OnlyOne>("is_default"));
    service.add_hook("stage", std::make_unique<ProbabilityOfOutcome>());
}

}  // namespace rapport::core
