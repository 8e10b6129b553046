#include "records/money.h"

#include "base/decimal.h"

namespace rapport::records {
namespace {

Date rate_day_of(const Change& change) {
    return rate_day(change.object.rate_date_field.empty() ? Value() : change.after[change.object.rate_date_field], change.after["created_at"]);
}

}  // namespace

Date rate_day(const Value& own_day, const Value& created_at) {
    if (own_day.is_integer()) return Date(own_day.integer());
    return TimeZone::utc().date_at(created_at.is_integer() ? DateTime(created_at.integer()) : DateTime::now());
}

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

std::optional<Value> Money::base_of(const Value& amount, const Value& code, Date day) {
    if (amount.is_null() || code.is_null() || code.text() == base_currency()) return amount;
    auto factor = rate(code.text(), day);
    if (!factor) return std::nullopt;
    return Value(decimal::multiply_divide(amount.integer(), *factor, decimal::power_of_ten(rate_scale)));
}

void Money::convert(Change& change) {
    if (!change.object.has_currency()) return;
    Value& code = change.after["currency_code"];
    if (code.is_null()) code = base_currency();
    for (const metadata::Field& field : change.object.fields) {
        if (field.base_of.empty()) continue;
        const Value& amount = change.after[field.base_of];
        Value& base = change.after[field];
        auto in_base = base_of(amount, code, rate_day_of(change));
        if (!in_base) return change.refuse("currency_code", "missing_rate", "There is no exchange rate for " + code.text() + ": add the currency and a rate first.");
        base = *std::move(in_base);
    }
}

}  // namespace rapport::records
