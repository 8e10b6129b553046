#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/json.h"
#include "demo/random.h"
#include "demo/words/culture.h"
#include "records/service.h"

namespace rapport::demo {

struct Person {
    RecordId id;
    std::string name;
};

struct Account {
    RecordId id;
    RecordId owner;
    std::string name;
    const Culture* culture = nullptr;
    std::vector<Person> contacts;
    bool is_customer = false;
};

struct Product {
    RecordId id;
    std::string name;
    std::int64_t price = 0;  // whole units of the organization's currency
};

struct Stage {
    RecordId id;
    std::string type;  // open, won, lost
};

struct Pipeline {
    RecordId id;
    std::string name;
    std::vector<Stage> stages;  // in order
};

struct Deal {
    RecordId id;
    RecordId owner;
    const Account* account = nullptr;
    Person contact;
    std::string name;
    std::string outcome;  // open, won, lost
    Date engaged;
    Date closes;
};

/// What has been made so far, and the means to make more.
class Company {
public:
    Company(records::Service& service, const security::Actor& system, Date today, std::uint64_t seed, int percent)
        : service_(service), system_(system), today_(today), random_(seed), percent_(percent) {}

    Date today() const { return today_; }
    Random& random() { return random_; }
    /// How many to make of what the whole company has `count` of.
    std::size_t scaled(int count) const { return static_cast<std::size_t>(count * percent_ / 100); }

    /// Makes one record an entry; answers their ids in that order. Runs in batches of a few hundred.
    std::vector<RecordId> create(const std::string& object, std::vector<Json> records);
    RecordId create_one(const std::string& object, Json fields) { return create(object, {std::move(fields)}).front(); }
    struct Update {
        RecordId id;
        Json fields;
    };
    void update(const std::string& object, std::vector<Update> updates);
    void update(const std::string& object, RecordId id, Json fields) { update(object, {Update{id, std::move(fields)}}); }
    /// Ids of the live records of an object, oldest first. For what the workspace began with.
    std::vector<RecordId> existing(const std::string& object);

    /// The pipelines that the workspace began with.
    std::vector<Pipeline> load_pipelines();

    /// A moment of that day within working hours, as the API writes it.
    std::string moment(Date day);
    /// The day, or yesterday when that comes first: what has happened did so before now, whatever the hour.
    Date until_yesterday(Date day) const { return day < today_ ? day : today_.plus_days(-1); }

    std::vector<RecordId> sellers;   // own accounts, deals and what belongs to them; the first is the administrator
    std::vector<RecordId> servants;  // own cases
    std::vector<RecordId> marketers;
    std::vector<Pipeline> pipelines;
    std::vector<Product> products;
    RecordId standard_prices;
    std::vector<Account> accounts;
    std::vector<Deal> deals;
    std::vector<RecordId> campaigns;  // that have begun
    std::vector<RecordId> leads;

private:
    records::Service& service_;
    const security::Actor& system_;
    Date today_;
    Random random_;
    int percent_;
};

// The steps, in the order in which make_demo() takes them.
void make_money(Company& company);
void make_people(Company& company);
void make_pipelines(Company& company);
void make_products(Company& company);
void make_accounts(Company& company);
void make_campaigns(Company& company);
void make_leads(Company& company);
void make_deals(Company& company);
void make_activities(Company& company);
void make_cases(Company& company);
void make_tags(Company& company);

/// `pattern` with every "#" replaced by a digit.
std::string with_digits(Random& random, std::string_view pattern);
/// `pattern` with "{key}" replaced by `value`.
std::string replaced(std::string pattern, std::string_view key, std::string_view value);

}  // namespace rapport::demo
