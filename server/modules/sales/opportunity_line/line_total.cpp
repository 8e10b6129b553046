#include "base/decimal.h"
#include "modules/sales/opportunity_line/complete_line.h"

namespace rapport::sales {
namespace {

// Digits that the product of quantity and price is kept with before the discount is taken off: enough for prices of
// four digits, and room for totals of nine million million.
constexpr int gross_scale = 6;

}  // namespace

void LineTotal::before_save(records::Change& change) const {
    const metadata::Field& quantity = change.object.field("quantity");
    const metadata::Field& price = change.object.field("unit_price");
    const metadata::Field& discount = change.object.field("discount");
    const metadata::Field& total = change.object.field("total_price");
    if (change.after[quantity].is_null() || change.after[price].is_null()) {
        change.after[total] = nullptr;
        return;
    }
    std::int64_t gross = decimal::multiply_divide(change.after[quantity].integer(), change.after[price].integer(),
                                                  decimal::power_of_ten(quantity.scale + price.scale - gross_scale));
    std::int64_t whole = 100 * decimal::power_of_ten(discount.scale);
    std::int64_t share = whole - change.after[discount].integer_or(0);
    change.after[total] = decimal::multiply_divide(gross, share, whole * decimal::power_of_ten(gross_scale - total.scale));
}

}  // namespace rapport::sales
