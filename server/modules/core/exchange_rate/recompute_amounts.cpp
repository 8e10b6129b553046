#include "modules/core/exchange_rate/recompute_amounts.h"

#include <limits>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/decimal.h"
#include "metadata/schema.h"
#include "records/money.h"
#include "records/service.h"

namespace rapport::core {
namespace {

using metadata::quoted;

/// Days from which, up to the next period, one rate counts. The first rate also counts for all days before it.
struct Period {
    std::int64_t first_day;
    std::int64_t next_day;
    std::int64_t rate;
};

std::vector<Period> periods_of(storage::Session& session, std::int64_t currency) {
    constexpr auto no_end = std::numeric_limits<std::int64_t>::max();
    std::vector<Period> periods;
    auto rows = session.query("SELECT valid_from, rate FROM exchange_rate WHERE currency_id = ?1 AND deleted_at IS NULL ORDER BY valid_from", {currency});
    while (rows->next()) {
        std::int64_t from = periods.empty() ? std::numeric_limits<std::int64_t>::min() : rows->integer(0);
        if (!periods.empty()) periods.back().next_day = from;
        periods.push_back({from, no_end, rows->integer(1)});
    }
    return periods;
}

/// The day whose rate counts for a record, as records::Money has it.
std::string rate_day(const metadata::Object& object) {
    std::string created = "created_at / " + std::to_string(DateTime::day);
    if (object.rate_date_field.empty()) return created;
    return "coalesce(" + quoted(object.rate_date_field) + ", " + created + ")";
}

std::string base_assignments(const metadata::Object& object, const storage::Dialect& dialect, std::int64_t rate) {
    std::string assignments;
    for (const metadata::Field& field : object.fields) {
        if (field.base_of.empty()) continue;
        if (!assignments.empty()) assignments += ", ";
        assignments += quoted(field.name) + " = " +
                       dialect.multiply_divide(quoted(field.base_of), std::to_string(rate), std::to_string(decimal::power_of_ten(records::Money::rate_scale)));
    }
    return assignments;
}

}  // namespace

void RecomputeAmounts::after_save(records::Change& change, records::Service& service) const {
    Value currency = change.after["currency_id"];
    auto code = change.session.value("SELECT code FROM currency WHERE id = ?1", {currency});
    if (!code) return;
    auto periods = periods_of(change.session, currency.integer());
    for (const metadata::Object& object : change.catalogue.objects()) {
        if (!object.has_currency()) continue;
        std::int64_t changed = 0;
        for (const Period& period : periods) {
            std::string assignments = base_assignments(object, change.session.dialect(), period.rate);
            if (assignments.empty()) break;
            changed += change.session.execute("UPDATE " + quoted(object.name) + " SET " + assignments + " WHERE currency_code = ?1 AND " + rate_day(object) +
                                                  " >= ?2 AND " + rate_day(object) + " < ?3",
                                              {*code, period.first_day, period.next_day});
        }
        if (changed > 0) service.refresh_sums(object, change.session);
    }
}

}  // namespace rapport::core
