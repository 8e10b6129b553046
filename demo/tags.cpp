#include <array>
#include <set>

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
    auto tags = company.create("tag", std::move(records));
    Random& random = company.random();
    std::set<std::pair<std::int64_t, std::int64_t>> taken;
    std::vector<Json> assignments;
    auto stick = [&](RecordId record) {
        RecordId tag = random.pick(tags);
        if (!taken.emplace(tag.number(), record.number()).second) return;
        assignments.push_back(Json::Members{{"tag_id", tag.text()}, {"record_id", record.text()}});
    };
    for (const Account& account : company.accounts)
        if (random.chance(40)) stick(account.id);
    for (const Deal& deal : company.deals)
        if (random.chance(25)) stick(deal.id);
    for (RecordId lead : company.leads)
        if (random.chance(15)) stick(lead);
    company.create("tag_assignment", std::move(assignments));
}

}  // namespace rapport::demo
