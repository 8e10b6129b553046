#include "modules/sales/opportunity/expected_revenue.h"

#include "base/decimal.h"

namespace rapport::sales {

void ExpectedRevenue::before_save(records::Change& change) const {
    const Value& amount = change.after["amount"];
    const Value& probability = change.after["probability"];
    Value& expected = change.after["expected_revenue"];
    if (amount.is_null() || probability.is_null()) {
        expected = nullptr;
        return;
    }
    std::int64_t certain = 100 * decimal::power_of_ten(change.object.field("probability").scale);
    expected = decimal::multiply_divide(amount.integer(), probability.integer(), certain);
}

}  // namespace rapport::sales
