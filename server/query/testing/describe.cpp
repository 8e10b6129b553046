#include "query/testing/describe.h"

#include <fmt/format.h>

#include <array>

namespace rapport::query::testing {
namespace {

std::string describe(const Literal& literal) {
    switch (literal.kind) {
        case Literal::Kind::Null: return "null";
        case Literal::Kind::String: return "'" + literal.text + "'";
        default: return literal.text;
    }
}

std::string_view sign(Comparison comparison) {
    constexpr std::array<std::string_view, 11> signs{"=", "!=", "<", "<=", ">", ">=", "like", "in", "not in", "includes", "excludes"};
    return signs[static_cast<std::size_t>(comparison)];
}

template <class Items, class Describe>
std::string list(const Items& items, std::string_view separator, Describe describe_item) {
    std::string out;
    for (const auto& item : items) {
        if (!out.empty()) out += separator;
        out += describe_item(item);
    }
    return out;
}

std::string describe(const Order& order) {
    std::string out = testing::describe(order.term) + (order.descending ? " desc" : "");
    if (order.nulls_last) out += *order.nulls_last ? " nulls last" : " nulls first";
    return out;
}

std::string values(const Condition& condition) {
    std::string out = list(condition.values, ", ", [](const Literal& literal) { return describe(literal); });
    return condition.values.size() == 1 ? out : "(" + out + ")";
}

}  // namespace

std::string describe(const Term& term) {
    std::string path = fmt::format("{}", fmt::join(term.path.names, "."));
    std::string out = term.function.empty() ? path : term.function + "(" + path + ")";
    return term.alias.empty() ? out : out + " " + term.alias;
}

std::string describe(const Condition& condition) {
    auto part = [](const Condition& inner) { return describe(inner); };
    switch (condition.kind) {
        case Condition::Kind::And: return "(" + list(condition.parts, " and ", part) + ")";
        case Condition::Kind::Or: return "(" + list(condition.parts, " or ", part) + ")";
        case Condition::Kind::Not: return "not " + describe(condition.parts.front());
        case Condition::Kind::InSelect:
            return fmt::format("{} {} ({})", describe(condition.term), sign(condition.comparison), describe(*condition.select));
        case Condition::Kind::Related: return fmt::format("count({}) {} {}", describe(*condition.select), sign(condition.comparison), values(condition));
        case Condition::Kind::Compare: break;
    }
    return fmt::format("{} {} {}", describe(condition.term), sign(condition.comparison), values(condition));
}

std::string describe(const Select& select) {
    auto term = [](const Term& inner) { return describe(inner); };
    std::string out = "select " + list(select.fields, ", ", term);
    constexpr std::array<std::string_view, 4> groups{"", "fields(all)", "fields(standard)", "fields(custom)"};
    out += groups[static_cast<std::size_t>(select.all_fields)];
    for (const Select& child : select.children) out += " (" + describe(child) + ")";
    out += " from " + select.object;
    if (!select.alias.empty()) out += " " + select.alias;
    if (select.where) out += " where " + describe(*select.where);
    if (!select.group_by.empty()) out += " group by " + list(select.group_by, ", ", term);
    if (select.having) out += " having " + describe(*select.having);
    auto order = [](const Order& inner) { return describe(inner); };
    if (!select.order_by.empty()) out += " order by " + list(select.order_by, ", ", order);
    if (select.limit) out += fmt::format(" limit {}", *select.limit);
    if (select.offset) out += fmt::format(" offset {}", *select.offset);
    return out;
}

}  // namespace rapport::query::testing
