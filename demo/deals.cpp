#include <set>

#include "demo/company.h"

namespace rapport::demo {
namespace {

constexpr int deal_count = 600;

constexpr std::string_view subjects[] = {"condition monitoring", "line 2 sensors", "new plant", "pilot", "site rollout", "service contract", "replacement of old sensors",
                                         "gateway upgrade", "Observatory licences", "training", "compressor hall", "retrofit"};
constexpr std::string_view sources[] = {"web", "referral", "trade_show", "campaign", "partner", "outbound"};
constexpr std::string_view loss_reasons[] = {"price", "price", "competitor", "competitor", "no_decision", "no_decision", "no_budget", "timing", "missing_feature", "lost_contact"};
constexpr std::string_view competitors[] = {"Sensoric Nord", "Pulsemark", "Ohmwerk", "Tellurion"};
constexpr std::string_view next_steps[] = {"Send the offer", "Call the buyer", "Show the dashboard", "Visit the plant", "Agree on the scope", "Wait for the budget round", "Check the contract"};
constexpr std::string_view contact_roles[] = {"decision_maker", "champion", "economic_buyer", "evaluator", "influencer", "user"};

std::string_view outcome_of(Random& random) {
    std::int64_t place = random.between(1, 100);
    return place <= 36 ? "won" : place <= 63 ? "lost" : "open";
}

const Stage& stage_of(Random& random, const Pipeline& pipeline, std::string_view outcome) {
    std::vector<const Stage*> fitting;
    for (const Stage& stage : pipeline.stages)
        if (stage.type == outcome) fitting.push_back(&stage);
    // Fewer deals reach the later stages.
    std::int64_t last = static_cast<std::int64_t>(fitting.size()) - 1;
    std::int64_t furthest = random.chance(50) ? last : random.between(0, last);
    return *fitting[static_cast<std::size_t>(random.between(0, furthest))];
}

/// Whoever has bought is a customer.
const Account& account_for(Company& company, std::string_view outcome) {
    while (true) {
        const Account& account = company.random().pick(company.accounts);
        if (outcome != "won" || account.is_customer) return account;
    }
}

void set_dates(Company& company, Deal& deal) {
    Random& random = company.random();
    Date today = company.today();
    std::int64_t cycle = 15 + random.between(0, 60) + random.between(0, 60);
    if (deal.outcome == "open") {
        deal.engaged = today.plus_days(-random.between(2, 110));
        // A few are late, as in every company.
        deal.closes = today.plus_days(random.chance(9) ? -random.between(1, 25) : random.between(3, 130));
        return;
    }
    // Business grows: the later half of two years has more of them.
    std::int64_t ago = random.chance(40) ? random.between(365, 725) : random.between(1, 365);
    deal.closes = today.plus_days(-ago);
    deal.engaged = deal.closes.plus_days(-cycle);
}

/// Four of five deals have moved within two weeks; the others lie about, some of them for too long.
Date last_moved(Company& company, const Deal& deal) {
    std::int64_t ago = company.random().between(0, company.today().days() - deal.engaged.days());
    return company.today().plus_days(-(ago % 5 == 0 ? ago : ago % 14));
}

Json plan_deal(Company& company, Deal& deal) {
    Random& random = company.random();
    deal.outcome = outcome_of(random);
    deal.account = &account_for(company, deal.outcome);
    deal.owner = deal.account->owner;
    deal.contact = random.pick(deal.account->contacts);
    std::int64_t kind = random.between(1, 100);
    const Pipeline& pipeline = company.pipelines[kind <= 78 ? 0 : kind <= 94 ? 1 : 2];
    deal.name = deal.account->name + ": " + std::string(random.pick(subjects));
    set_dates(company, deal);
    std::string_view type = kind > 78 && kind <= 94 ? "renewal" : deal.account->is_customer ? "expansion" : "new_business";
    Json fields = Json::Members{{"name", deal.name}, {"account_id", deal.account->id.text()}, {"contact_id", deal.contact.id.text()}, {"owner_id", deal.owner.text()},
                                {"pipeline_id", pipeline.id.text()}, {"stage_id", stage_of(random, pipeline, deal.outcome).id.text()}, {"close_date", deal.closes.text()},
                                {"engaged_on", deal.engaged.text()}, {"type", type}, {"lead_source", random.pick(sources)}, {"currency_code", deal.account->culture->currency},
                                {"price_book_id", company.standard_prices.text()}, {"created_at", company.moment(deal.engaged)}};
    fields.set("stage_changed_at", company.moment(deal.outcome == "open" ? last_moved(company, deal) : deal.closes));
    if (deal.outcome == "open" && random.chance(80)) fields.set("next_step", random.pick(next_steps));
    if (random.chance(25)) fields.set("campaign_id", random.pick(company.campaigns).text());
    if (deal.outcome != "lost") return fields;
    std::string_view reason = random.pick(loss_reasons);
    fields.set("loss_reason", reason);
    if (reason == "competitor" || random.chance(20)) fields.set("competitor", random.pick(competitors));
    return fields;
}

/// One to four products each, in quantities that fit together.
void add_lines(Company& company, const Deal& deal, std::vector<Json>& lines) {
    Random& random = company.random();
    std::set<std::int64_t> chosen;
    std::int64_t count = random.between(1, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        const Product& product = random.pick(company.products);
        if (!chosen.insert(product.id.number()).second) continue;
        std::int64_t quantity = product.price > 5000 ? random.between(1, 3) : product.price > 1000 ? random.between(1, 12) : random.between(4, 60);
        Json fields = Json::Members{{"opportunity_id", deal.id.text()}, {"product_id", product.id.text()}, {"quantity", quantity}, {"sequence", i + 1}};
        if (random.chance(35)) fields.set("discount", random.between(1, 5) * 5);
        lines.push_back(std::move(fields));
    }
}

void add_roles(Company& company, const Deal& deal, std::vector<Json>& roles) {
    Random& random = company.random();
    const auto& contacts = deal.account->contacts;
    for (std::size_t i = 0; i < std::min<std::size_t>(contacts.size(), 3); ++i) {
        bool is_primary = contacts[i].id == deal.contact.id;
        if (!is_primary && random.chance(40)) continue;
        roles.push_back(Json::Members{{"opportunity_id", deal.id.text()}, {"contact_id", contacts[i].id.text()}, {"role", random.pick(contact_roles)}, {"is_primary", is_primary}});
    }
}

}  // namespace

void make_deals(Company& company) {
    std::vector<Json> records;
    for (std::size_t i = 0; i < company.scaled(deal_count); ++i) {
        Deal deal;
        records.push_back(plan_deal(company, deal));
        company.deals.push_back(std::move(deal));
    }
    auto ids = company.create("opportunity", std::move(records));
    std::vector<Json> lines;
    std::vector<Json> roles;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        company.deals[i].id = ids[i];
        add_lines(company, company.deals[i], lines);
        add_roles(company, company.deals[i], roles);
    }
    company.create("opportunity_line", std::move(lines));
    company.create("opportunity_contact_role", std::move(roles));
}

}  // namespace rapport::demo
