#include <array>

#include "demo/company.h"

namespace rapport::demo {
namespace {

struct PlannedTag {
    const char* name;
    const char* tint;
};

constexpr std::array planned{PlannedTag{"VIP", "amber"},          PlannedTag{"Reference", "green"}, PlannedTag{"Pilot", "sky"},      PlannedTag{"Slow payer", "clay"},
                             PlannedTag{"Multi-site", "petrol"}, PlannedTag{"Framework", "violet"}, PlannedTag{"Met at the fair", "plum"}, PlannedTag{"Dormant", "stone"}};

}  // namespace

void make_tags(Company& company) {
    std::vector<Json> records;
    for (const PlannedTag& tag : planned) records.push_back(Json::Members{{"name", tag.name}, {"tint", tag.tint}});
    company.create("tag", std::move(records));
    Random& random = company.random();
    auto some = [&] {
        Json::Array tags{random.pick(planned).name};
        if (random.chance(20)) tags.emplace_back(random.pick(planned).name);
        return Json(Json::Members{{"tags", std::move(tags)}});
    };
    std::vector<Company::Update> accounts, deals, leads;
    for (const Account& account : company.accounts)
        if (random.chance(40)) accounts.push_back({account.id, some()});
    for (const Deal& deal : company.deals)
        if (random.chance(25)) deals.push_back({deal.id, some()});
    for (RecordId lead : company.leads)
        if (random.chance(15)) leads.push_back({lead, some()});
    company.update("account", std::move(accounts));
    company.update("opportunity", std::move(deals));
    company.update("lead", std::move(leads));
}

}  // namespace rapport::demo
