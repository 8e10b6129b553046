#include <set>

#include "base/decimal.h"
#include "modules/common/follow_up.h"
#include "modules/sales/opportunity_line/complete_line.h"

namespace rapport::sales {

void SumOfLines::after_save(records::Change& change, records::Service& service) const {
    std::set<std::int64_t> opportunities{change.after["opportunity_id"].integer()};
    if (change.before) opportunities.insert((*change.before)["opportunity_id"].integer());
    modules::FollowUp follow_up(change, service);
    for (std::int64_t id : opportunities) {
        auto sum = change.session.value("SELECT " + change.session.dialect().sum("total_price") + " FROM opportunity_line WHERE opportunity_id = ?1 AND deleted_at IS NULL", {id});
        if (!sum || sum->is_null()) continue;
        std::string amount = decimal::format(sum->integer(), change.object.field("total_price").scale);
        follow_up.update("opportunity", RecordId(id), Json::Members{{"amount", Json::Number{amount}}});
    }
}

}  // namespace rapport::sales
