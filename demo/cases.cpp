#include "demo/company.h"

namespace rapport::demo {
namespace {

constexpr int case_count = 320;

struct Trouble {
    std::string_view subject;
    std::string_view type;
    std::string_view reason;
};

constexpr Trouble troubles[] = {{"Gateway loses its connection at night", "problem", "operation"}, {"Sensor shows 0 after power failure", "problem", "defect"},
                                {"How do I add a user to Observatory?", "question", "operation"},  {"Invoice names the wrong plant", "complaint", "billing"},
                                {"Two sensors arrived damaged", "return", "delivery"},             {"Dashboard takes a minute to open", "problem", "performance"},
                                {"Calibration certificate is missing", "request", "delivery"},     {"Mounting kit for pipes of 60 mm?", "question", "installation"},
                                {"Alarm comes an hour late", "problem", "performance"},            {"Please extend the trial", "request", "other"}};
constexpr std::string_view origins[] = {"email", "email", "phone", "web", "chat"};
constexpr std::string_view open_statuses[] = {"new", "in_progress", "waiting_for_customer", "escalated"};
constexpr std::string_view priorities[] = {"low", "normal", "normal", "normal", "high", "urgent"};

Json plan_case(Company& company) {
    Random& random = company.random();
    const Account& account = random.pick(company.accounts);
    const Trouble& trouble = random.pick(troubles);
    std::int64_t days_ago = random.between(1, random.chance(70) ? 600 : 20);
    bool open = days_ago < 21 && random.chance(60);
    Date opened = company.today().plus_days(-days_ago);
    Json fields = Json::Members{{"subject", trouble.subject}, {"type", trouble.type}, {"reason", trouble.reason}, {"origin", random.pick(origins)}, {"priority", random.pick(priorities)},
                                {"status", open ? random.pick(open_statuses) : random.chance(80) ? "closed" : "resolved"}, {"account_id", account.id.text()},
                                {"contact_id", random.pick(account.contacts).id.text()}, {"product_id", random.pick(company.products).id.text()},
                                {"owner_id", random.pick(company.servants).text()}, {"created_at", company.moment(opened)}};
    if (open) return fields;
    Date closed = company.until_yesterday(opened.plus_days(random.between(0, 9)));
    fields.set("first_responded_at", company.moment(opened));
    fields.set("closed_at", company.moment(closed));
    fields.set("resolution", "Solved with the customer on the phone.");
    return fields;
}

}  // namespace

void make_cases(Company& company) {
    std::vector<Json> records;
    for (std::size_t i = 0; i < company.scaled(case_count); ++i) records.push_back(plan_case(company));
    company.create("case", std::move(records));
}

}  // namespace rapport::demo
