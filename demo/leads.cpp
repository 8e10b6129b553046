#include "demo/company.h"

namespace rapport::demo {
namespace {

constexpr int lead_count = 300;
constexpr std::string_view statuses[] = {"new", "new", "new", "contacted", "contacted", "nurturing", "qualified", "unqualified"};
constexpr std::string_view sources[] = {"web", "web", "trade_show", "campaign", "referral", "social_media", "purchased_list"};
constexpr std::string_view reasons[] = {"no_need", "no_budget", "not_reached", "wrong_person"};
constexpr std::string_view titles[] = {"Maintenance engineer", "Buyer", "Plant manager", "Consultant", "Student", "Operations manager"};

Json plan_lead(Company& company) {
    Random& random = company.random();
    const Culture& culture = random.pick(cultures());
    const Word& given = random.pick(culture.given_names);
    const Word& family = random.pick(culture.family_names);
    const Word& root = random.pick(culture.company_roots);
    const Trade& trade = random.pick(culture.trades);
    std::string_view status = random.pick(statuses);
    Date created = company.today().plus_days(-random.between(1, status == "new" ? 30 : 300));
    std::string domain = std::string(root.latin) + "-" + std::string(trade.word.latin) + std::to_string(random.between(10, 99)) + ".example";
    Json fields = Json::Members{{"first_name", given.text}, {"last_name", family.text},
                                {"company", replaced(replaced(std::string(culture.company_pattern), "root", root.text), "trade", trade.word.text)},
                                {"title", random.pick(titles)}, {"industry", trade.industry}, {"status", status}, {"lead_source", random.pick(sources)},
                                {"email", std::string(given.latin) + "." + std::string(family.latin) + "@" + domain}, {"website", "https://" + domain},
                                {"employees", random.between(5, 2000)}, {"owner_id", random.pick(company.sellers).text()}, {"created_at", company.moment(created)},
                                {"address", Json::Members{{"city", random.pick(culture.cities).name}, {"country", culture.country}}}};
    if (status == "unqualified") fields.set("unqualified_reason", random.pick(reasons));
    if (random.chance(60)) fields.set("rating", random.chance(25) ? "hot" : random.chance(50) ? "warm" : "cold");
    if (!culture.phone_pattern.empty()) fields.set("phone", with_digits(random, culture.phone_pattern));
    if (random.chance(40)) fields.set("campaign_id", random.pick(company.campaigns).text());
    return fields;
}

}  // namespace

void make_leads(Company& company) {
    std::vector<Json> records;
    for (std::size_t i = 0; i < company.scaled(lead_count); ++i) records.push_back(plan_lead(company));
    company.leads = company.create("lead", std::move(records));
}

}  // namespace rapport::demo
