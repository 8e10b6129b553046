#include "records/money.h"

#include "base/decimal.h"

namespace rapport::records {
namespace {

/// The day whose rate counts: the object's own (an opportunity's close date), or the day the record was made.
Date rate_day(const Change& change) {
    if (!change.object.rate_date_field.empty()) {
        const Value& day = change.after[change.object.rate_date_field];
        if (day.is_integer()) return Date(day.integer());
    }
    const Value& created = change.after["created_at"];
    return TimeZone::utc().date_at(created.is_integer() ? DateTime(created.integer()) : DateTime::now());
}

}  // namespace

const std::string& Money::base_currency() {
    if (!base_currency_.empty()) return base_currency_;
    auto code = session_.value("SELECT currency_code FROM organization WHERE deleted_at IS NULL ORDER BY id LIMIT 1");
    base_currency_ = code && code->is_text() ? code->text() : "USD";
    return base_currency_;
}

std::optional<std::int64_t> Money::rate(const std::string& code, Date day) {
    auto [place, added] = rates_.try_emplace({code, day.days()});
    if (!added) return place->second;
    auto find = [&](std::string_view condition_and_order) -> std::optional<Value> {
        std::string sql = "SELECT r.rate FROM exchange_rate r JOIN currency c ON c.id = r.currency_id WHERE c.code = ?1 AND r.deleted_at IS NULL AND c.deleted_at IS NULL AND ";
        return session_.value(sql + std::string(condition_and_order), {code, day.days()});
    };
    auto found = find("r.valid_from <= ?2 ORDER BY r.valid_from DESC LIMIT 1");
    if (!found) found = find("r.valid_from > ?2 ORDER BY r.valid_from LIMIT 1");
    if (found) place->second = found->integer();
    return place->second;
}

void Money::convert(Change& change) {
    if (!change.object.has_currency()) return;
    Value& code = change.after["currency_code"];
    if (code.is_null()) code = base_currency();
    std::optional<std::int64_t> factor;
    for (const metadata::Field& field : change.object.fields) {
        if (field.base_of.empty()) continue;
        const Value& amount = change.after[field.base_of];
        Value& base = change.after[field];
        if (amount.is_null() || code.text() == base_currency()) {
            base = amount;
            continue;
        }
        if (!factor) factor = rate(code.text(), rate_day(change));
        if (!factor) {
            change.refuse("currency_code", "missing_rate", "There is no exchange rate for " + code.text() + ": add the currency and a rate first.");
            return;
        }
        base = decimal::multiply_divide(amount.integer(), *factor, decimal::power_of_ten(rate_scale));
    }
}

}  // namespace rapport::records
