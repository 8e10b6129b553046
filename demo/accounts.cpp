#include <set>

#include "demo/company.h"

namespace rapport::demo {
namespace {

constexpr int account_count = 400;
constexpr int contact_count = 2000;
constexpr int group_count = 24;  // companies that belong to another one

constexpr std::string_view titles[] = {"Plant manager", "Head of maintenance", "Purchasing manager", "Production engineer", "Managing director", "IT manager", "Quality manager",
                                       "Reliability engineer", "Chief financial officer", "Project manager", "Technical buyer", "Operations director"};
constexpr std::string_view departments[] = {"Production", "Maintenance", "Purchasing", "Engineering", "IT", "Quality", "Finance"};
constexpr std::string_view sources[] = {"web", "referral", "trade_show", "campaign", "partner", "outbound", "phone", "social_media"};
constexpr std::string_view stages[] = {"lead", "marketing_qualified", "sales_qualified", "opportunity"};

const Culture& culture_of(Random& random) {
    std::int64_t place = random.between(1, 100);
    for (const Culture& culture : cultures())
        if ((place -= culture.share) <= 0) return culture;
    return cultures().front();
}

Json address(Random& random, const Culture& culture) {
    const City& city = random.pick(culture.cities);
    std::string street(random.pick(culture.streets));
    street.replace(street.find('#'), 1, std::to_string(random.between(1, 180)));
    Json out = Json::Members{{"street", street}, {"city", city.name}, {"country", culture.country}};
    if (!culture.postal_code.empty()) out.set("postal_code", with_digits(random, culture.postal_code));
    if (!city.state.empty()) out.set("state", city.state);
    return out;
}

struct CompanyName {
    std::string text;
    std::string domain;
    std::string_view industry;
};

/// A name that no other account has.
CompanyName invent_name(Random& random, const Culture& culture, std::set<std::string>& taken) {
    for (int attempt = 0;; ++attempt) {
        const Word& root = random.pick(culture.company_roots);
        const Trade& trade = random.pick(culture.trades);
        std::string text = replaced(replaced(std::string(culture.company_pattern), "root", root.text), "trade", trade.word.text);
        std::string domain = std::string(root.latin) + "-" + std::string(trade.word.latin);
        // Few words make few names; later companies of the same name are told apart by their city.
        if (attempt > 20) {
            const City& city = random.pick(culture.cities);
            text += " " + std::string(city.name);
            domain += std::to_string(attempt);
        }
        if (taken.insert(text).second) return {text, domain + ".example", trade.industry};
    }
}

struct Planned {
    Account account;
    Json fields;
    std::string domain;
};

Planned plan_account(Company& company, std::set<std::string>& taken) {
    Random& random = company.random();
    const Culture& culture = culture_of(random);
    CompanyName name = invent_name(random, culture, taken);
    RecordId owner = random.pick(company.sellers);
    bool is_customer = random.chance(45);
    std::int64_t employees = random.between(1, 40) * random.between(1, 40) * 4;
    Date created = company.today().plus_days(-random.between(10, 730));
    Json fields = Json::Members{{"name", name.text}, {"industry", name.industry}, {"website", "https://www." + name.domain}, {"owner_id", owner.text()},
                                {"type", is_customer ? "customer" : random.chance(12) ? "partner" : "prospect"},
                                {"employees", employees}, {"annual_revenue", employees * random.between(90, 240) * 1000}, {"currency_code", culture.currency},
                                {"year_established", random.between(1888, 2019)}, {"source", random.pick(sources)}, {"billing_address", address(random, culture)},
                                {"created_at", company.moment(created)}};
    if (random.chance(30)) fields.set("shipping_address", address(random, culture));
    if (random.chance(60)) fields.set("rating", random.chance(30) ? "hot" : random.chance(50) ? "warm" : "cold");
    if (is_customer) fields.set("customer_since", company.until_yesterday(created.plus_days(random.between(5, 60))).text());
    if (!culture.phone_pattern.empty()) fields.set("phone", with_digits(random, culture.phone_pattern));
    return {{{}, owner, name.text, &culture, {}, is_customer}, std::move(fields), name.domain};
}

struct PlannedContact {
    std::size_t account;
    Json fields;
    std::string name;
};

PlannedContact plan_contact(Company& company, const Planned& at, std::size_t place, std::set<std::string>& addresses) {
    Random& random = company.random();
    const Account& account = at.account;
    const Word& given = random.pick(account.culture->given_names);
    const Word& family = random.pick(account.culture->family_names);
    std::string local = std::string(given.latin) + "." + std::string(family.latin);
    std::string email = local + "@" + at.domain;
    for (int number = 2; !addresses.insert(email).second; ++number) email = local + std::to_string(number) + "@" + at.domain;
    Json fields = Json::Members{{"first_name", given.text}, {"last_name", family.text}, {"account_id", account.id.text()}, {"owner_id", account.owner.text()},
                                {"title", random.pick(titles)}, {"department", random.pick(departments)}, {"email", email}, {"language", account.culture->language},
                                {"lead_source", random.pick(sources)}, {"lifecycle_stage", account.is_customer ? "customer" : random.pick(stages)},
                                {"mailing_address", address(random, *account.culture)}, {"created_at", company.moment(company.today().plus_days(-random.between(1, 730)))}};
    if (!account.culture->phone_pattern.empty() && random.chance(75)) fields.set("phone", with_digits(random, account.culture->phone_pattern));
    if (!account.culture->mobile_pattern.empty() && random.chance(50)) fields.set("mobile", with_digits(random, account.culture->mobile_pattern));
    if (random.chance(8)) fields.set("do_not_call", true);
    if (random.chance(15)) fields.set("email_opt_out", true);
    if (random.chance(25)) fields.set("birth_date", Date::of(1990, 6, 15).plus_days(-random.between(-3000, 9000)).text());
    return {place, std::move(fields), std::string(given.text) + " " + std::string(family.text)};
}

void make_contacts(Company& company, const std::vector<Planned>& plans) {
    Random& random = company.random();
    std::set<std::string> addresses;
    std::vector<PlannedContact> contacts;
    for (std::size_t i = 0; contacts.size() < company.scaled(contact_count); ++i) {
        // Everybody gets one; the rest gather at the larger companies.
        std::size_t place = i < plans.size() ? i : static_cast<std::size_t>(random.between(0, random.between(0, static_cast<std::int64_t>(plans.size()) - 1)));
        Planned at = plans[place];
        at.account = company.accounts[place];
        contacts.push_back(plan_contact(company, at, place, addresses));
    }
    std::vector<Json> records;
    for (PlannedContact& contact : contacts) records.push_back(std::move(contact.fields));
    auto ids = company.create("contact", std::move(records));
    for (std::size_t i = 0; i < ids.size(); ++i) company.accounts[contacts[i].account].contacts.push_back({ids[i], contacts[i].name});
}

}  // namespace

void make_accounts(Company& company) {
    std::set<std::string> taken;
    std::vector<Planned> plans;
    std::vector<Json> records;
    for (std::size_t i = 0; i < company.scaled(account_count); ++i) {
        plans.push_back(plan_account(company, taken));
        records.push_back(std::move(plans.back().fields));
    }
    auto ids = company.create("account", std::move(records));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        plans[i].account.id = ids[i];
        company.accounts.push_back(plans[i].account);
    }
    make_contacts(company, plans);
    std::size_t half = company.accounts.size() / 2;
    std::vector<Company::Update> parents;
    for (std::size_t i = 0; i < company.scaled(group_count); ++i) {
        const Account& parent = company.accounts[i];
        const Account& child = company.accounts[half + i * half / company.scaled(group_count)];
        parents.push_back({child.id, Json::Members{{"parent_id", parent.id.text()}}});
    }
    company.update("account", std::move(parents));
}

}  // namespace rapport::demo
