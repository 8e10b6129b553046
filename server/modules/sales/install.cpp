#include "modules/sales/install.h"

#include <memory>
#include <set>
#include <span>
#include <string>

#include "modules/common/closing.h"
#include "modules/common/declarations.h"
#include "modules/common/name_of_person.h"
#include "modules/common/no_cycle.h"
#include "modules/common/only_one.h"
#include "modules/common/only_people.h"
#include "modules/sales/account/domain_of_website.h"
#include "modules/sales/campaign_member/response.h"
#include "modules/sales/lead/convert.h"
#include "modules/sales/opportunity/currency_of_lines.h"
#include "modules/sales/opportunity/expected_revenue.h"
#include "modules/sales/opportunity/follow_stage.h"
#include "modules/sales/opportunity/revisit.h"
#include "modules/sales/opportunity/stage_gate.h"
#include "modules/sales/opportunity_line/complete_line.h"

namespace rapport::sales {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

void install(records::Service& service) {
    using namespace modules;
    service.add_hook("account", std::make_unique<DomainOfWebsite>());
    service.add_hook("account", std::make_unique<NoCycle>("parent_id"));
    service.add_hook("contact", std::make_unique<NameOfPerson>());
    service.add_hook("contact", std::make_unique<NoCycle>("reports_to_id"));
    service.add_hook("lead", std::make_unique<NameOfPerson>());
    service.add_hook("lead", std::make_unique<Closing>(std::set<std::string>{"converted"}, Closing::Fields{"is_converted", "converted_at"}));
    service.add_action("lead", "convert", std::make_unique<Convert>());
    service.add_hook("opportunity", std::make_unique<FollowStage>());
    service.add_hook("opportunity", std::make_unique<ExpectedRevenue>());
    service.add_hook("opportunity", std::make_unique<CurrencyOfLines>());
    service.add_hook("opportunity", std::make_unique<StageGate>());
    service.add_hook("opportunity", std::make_unique<Revisit>());
    service.add_hook("stage", std::make_unique<StageOutcomeChanged>());
    service.add_hook("stage", std::make_unique<FieldsOfGate>());
    service.add_hook("opportunity_line", std::make_unique<CompleteLine>());
    service.add_hook("opportunity_line", std::make_unique<LineTotal>());
    service.add_hook("opportunity_line", std::make_unique<SumOfLines>());
    service.add_hook("price_book", std::make_unique<OnlyOne>("is_standard"));
    service.add_hook("account_team_member", std::make_unique<OnlyPeople>("user_id"));
    service.add_hook("opportunity_team_member", std::make_unique<OnlyPeople>("user_id"));
    service.add_hook("campaign", std::make_unique<NoCycle>("parent_id"));
    service.add_hook("campaign_member", std::make_unique<Response>());
}

}  // namespace rapport::sales
