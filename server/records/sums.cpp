#include "records/sums.h"

#include <map>

namespace rapport::records {

query::Select sums_by_parent(const metadata::Field& field, const Json& condition) {
    static const std::map<std::string, std::string, std::less<>> functions{{"count", "count"}, {"sum", "sum"}, {"minimum", "min"}, {"maximum", "max"}, {"average", "avg"}};
    const metadata::RollUp& roll_up = *field.roll_up;
    query::Select out;
    out.object = roll_up.child;
    query::Term relation{"", {{roll_up.relation}, {}}, "", {}};
    std::string summed = roll_up.function == "count" ? "id" : roll_up.field;
    out.fields = {relation, {functions.find(roll_up.function)->second, {{summed}, {}}, "result", {}}};
    out.group_by = {relation};
    Json::Array conditions;
    for (const Json* one : {&condition, &roll_up.filter})
        if (!one->is_null()) conditions.push_back(*one);
    if (!conditions.empty()) out.where = query::parse_filter(Json(Json::Members{{"and", std::move(conditions)}}));
    return out;
}

}  // namespace rapport::records
