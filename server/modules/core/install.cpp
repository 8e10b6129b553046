#include "modules/core/install.h"

#include <memory>
#include <span>

#include "modules/common/declarations.h"
#include "modules/common/known_locality.h"
#include "modules/common/known_time_zone.h"
#include "modules/common/name_of_person.h"
#include "modules/common/no_cycle.h"
#include "modules/common/only_people.h"
#include "modules/common/only_one.h"
#include "modules/core/exchange_rate/recompute_amounts.h"
#include "modules/core/file/content_or_link.h"
#include "modules/core/organization/one_organization.h"
#include "modules/core/permission_set/known_names.h"
#include "modules/core/record_share/shareable.h"
#include "modules/core/sharing_rule/checked_rule.h"
#include "modules/core/stage/probability_of_outcome.h"
#include "modules/core/tag/in_use.h"
#include "modules/core/team_member/one_member.h"
#include "modules/core/user/keep_administrator.h"
#include "modules/core/user/person_or_queue.h"
#include "modules/core/user/photo_is_picture.h"
#include "modules/core/user/set_photo.h"

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
    service.add_hook("user", std::make_unique<PersonOrQueue>());
    service.add_hook("user", std::make_unique<OnlyPeople>("manager_id"));
    service.add_hook("user", std::make_unique<PhotoIsPicture>());
    service.add_action("user", "set_photo", std::make_unique<SetPhoto>());
    service.add_hook("tag", std::make_unique<InUse>());
    service.add_hook("team_member", std::make_unique<OneMember>());
    service.add_hook("team_member", std::make_unique<OnlyPeople>("user_id"));
    service.add_hook("territory", std::make_unique<NoCycle>("parent_id"));
    service.add_hook("territory_member", std::make_unique<OnlyPeople>("user_id"));
    service.add_hook("permission_set_assignment", std::make_unique<OnlyPeople>("user_id"));
    service.add_hook("action_permission", std::make_unique<KnownNames>());
    service.add_hook("record_type_permission", std::make_unique<KnownNames>());
    service.add_hook("sharing_rule", std::make_unique<CheckedRule>());
    service.add_hook("sharing_rule", std::make_unique<OnlyPeople>("shared_with_id"));
    service.add_hook("record_share", std::make_unique<Shareable>());
    service.add_hook("record_share", std::make_unique<OnlyPeople>("grantee_id"));
    service.add_hook("role", std::make_unique<NoCycle>("parent_id"));
    service.add_hook("file", std::make_unique<ContentOrLink>());
    service.add_hook("exchange_rate", std::make_unique<RecomputeAmounts>());
    service.add_hook("pipeline", std::make_unique<OnlyOne>("is_default"));
    service.add_hook("stage", std::make_unique<ProbabilityOfOutcome>());
}

}  // namespace rapport::core
