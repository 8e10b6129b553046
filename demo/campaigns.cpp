#include <array>

#include "demo/company.h"

namespace rapport::demo {
namespace {

struct PlannedCampaign {
    const char* name;
    const char* type;
    int months_ago;
    int days;
    int budget;
    int members;
};

constexpr std::array planned{PlannedCampaign{"Autumn fair, sensors", "trade_show", 22, 4, 48000, 160},   PlannedCampaign{"Vibration webinar", "webinar", 18, 1, 4500, 220},
                             PlannedCampaign{"Spring newsletter", "email", 14, 20, 2500, 420},           PlannedCampaign{"Plant managers' dinner", "conference", 11, 1, 9800, 40},
                             PlannedCampaign{"Prediction module launch", "email", 8, 30, 12000, 380},    PlannedCampaign{"Maintenance days", "trade_show", 5, 3, 52000, 190},
                             PlannedCampaign{"Ask your colleagues", "referral", 3, 60, 6000, 90},        PlannedCampaign{"Observatory autumn offer", "email", 1, 45, 3800, 350},
                             PlannedCampaign{"Winter open house", "conference", -2, 2, 21000, 60}};

std::string_view status_of(Random& random, bool planned_only) {
    if (planned_only) return "planned";
    std::int64_t place = random.between(1, 100);
    if (place <= 45) return "sent";
    if (place <= 68) return "opened";
    if (place <= 80) return "clicked";
    if (place <= 90) return "responded";
    if (place <= 96) return "attended";
    return "bounced";
}

void add_members(Company& company, RecordId campaign, const PlannedCampaign& plan, Date start) {
    Random& random = company.random();
    std::vector<Json> members;
    std::size_t place = static_cast<std::size_t>(random.between(0, 200));
    // A stride through all accounts, so that nobody is invited twice.
    for (std::size_t i = 0; i < company.scaled(plan.members); ++i, ++place) {
        const Account& account = company.accounts[place % company.accounts.size()];
        std::size_t round = place / company.accounts.size();
        if (round >= account.contacts.size()) continue;
        std::string_view status = status_of(random, plan.months_ago < 0);
        Json fields = Json::Members{{"campaign_id", campaign.text()}, {"contact_id", account.contacts[round].id.text()}, {"status", status}};
        if (status == "responded" || status == "attended") fields.set("first_responded_on", company.until_yesterday(start.plus_days(random.between(0, 12))).text());
        members.push_back(std::move(fields));
    }
    company.create("campaign_member", std::move(members));
}

}  // namespace

void make_campaigns(Company& company) {
    for (const PlannedCampaign& plan : planned) {
        Date start = company.today().plus_months(-plan.months_ago);
        Date end = start.plus_days(plan.days);
        bool begun = start <= company.today();
        bool over = end < company.today();
        Json fields = Json::Members{{"name", plan.name}, {"type", plan.type}, {"status", over ? "completed" : begun ? "in_progress" : "planned"}, {"active", !over},
                                    {"start_date", start.text()}, {"end_date", end.text()}, {"budgeted_cost", plan.budget}, {"expected_revenue", plan.budget * 9},
                                    {"expected_response", 12}, {"number_sent", begun ? plan.members : 0}, {"owner_id", company.marketers.front().text()}};
        if (begun) fields.set("actual_cost", plan.budget * company.random().between(80, 118) / 100);
        RecordId campaign = company.create_one("campaign", std::move(fields));
        if (begun) company.campaigns.push_back(campaign);
        add_members(company, campaign, plan, start);
    }
}

}  // namespace rapport::demo
