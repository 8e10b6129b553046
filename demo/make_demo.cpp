#include "demo/make_demo.h"

#include "demo/company.h"

namespace rapport::demo {

void make_demo(records::Service& service, const security::Actor& system, const Options& options, const Progress& progress) {
    Company company(service, system, options.today, options.seed, options.percent);
    if (!company.existing("account").empty())
        throw Failure(FailureKind::Invalid, "not_empty", "The demo company needs a new workspace: this one has accounts already.");

    struct Step {
        std::string_view what;
        void (*make)(Company&);
    };
    constexpr Step steps[] = {
        {"currencies and exchange rates", make_money},
        {"people, roles and teams", make_people},
        {"pipelines", make_pipelines},
        {"products and prices", make_products},
        {"accounts and contacts", make_accounts},
        {"campaigns", make_campaigns},
        {"leads", make_leads},
        {"opportunities", make_deals},
        {"tasks, events, calls and notes", make_activities},
        {"cases", make_cases},
        {"tags", make_tags},
    };
    for (const Step& step : steps) {
        progress(step.what);
        step.make(company);
    }
}

void make_demo(records::Service& service, const security::Actor& system, const Progress& progress) {
    make_demo(service, system, {TimeZone::utc().date_at(DateTime::now())}, progress);
}

}  // namespace rapport::demo
