#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/calendar.h"
#include "records/hook.h"
#include "storage/database.h"

namespace rapport::records {

/// The day whose rate counts: the object's own (an opportunity's close date), or the day the record was made.
Date rate_day(const Value& own_day, const Value& created_at);

/// Keeps every amount's value in the organization's currency beside it, at the rate of the record's day.
class Money {
public:
    static constexpr int rate_scale = 9;

    explicit Money(storage::Session& session) : session_(session) {}

    /// Fills `currency_code` where it is missing and each `<field>_base`. Adds a problem when the currency is unknown or has no rate.
    void convert(Change& change);
    /// What an amount is in the organization's currency; nothing when there is no rate. `code` may be null: then it is in that already.
    std::optional<Value> base_of(const Value& amount, const Value& code, Date day);
    /// The organization's: the code in which the base amounts are.
    const std::string& base_currency();

private:
    /// Units of the base currency for one unit, scaled by 10^9: the newest rate not after that day, or the first one there is.
    std::optional<std::int64_t> rate(const std::string& code, Date day);

    storage::Session& session_;
    std::string base_currency_;
    std::map<std::pair<std::string, std::int64_t>, std::optional<std::int64_t>> rates_;
};

}  // namespace rapport::records
