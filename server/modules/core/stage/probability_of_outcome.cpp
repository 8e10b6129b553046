#include "modules/core/stage/probability_of_outcome.h"

#include "base/decimal.h"

namespace rapport::core {

void ProbabilityOfOutcome::before_save(records::Change& change) const {
    std::string_view type = change.after["type"].text_or("open");
    if (type == "open" || !change.changes("type")) return;
    bool won = type == "won";
    const metadata::Field& probability = change.object.field("probability");
    if (!change.is_given("probability")) change.after[probability] = won ? 100 * decimal::power_of_ten(probability.scale) : 0;
    if (!change.is_given("forecast_category")) change.after["forecast_category"] = won ? "closed" : "omitted";
}

}  // namespace rapport::core
