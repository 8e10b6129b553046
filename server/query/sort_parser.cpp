#include "base/failure.h"
#include "base/text.h"
#include "query/select.h"

namespace rapport::query {
namespace {

bool is_name(std::string_view name) {
    if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
    for (char c : name)
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') return false;
    return true;
}

Order read_order(std::string_view item) {
    Order order;
    std::string_view path = text::trim(item);
    order.descending = path.starts_with('-');
    if (order.descending || path.starts_with('+')) path.remove_prefix(1);
    order.term.path = parse_path(path);
    for (const std::string& name : order.term.path.names)
        if (!is_name(name))
            throw Failure(FailureKind::Invalid, "invalid_sort", text::quoted(item) + " is not a field to sort by: write sort as -amount,account.name.");
    // In lists on screen, records without a parent come after those that have one.
    if (order.term.path.names.size() > 1) order.nulls_last = true;
    return order;
}

}  // namespace

Path parse_path(std::string_view text) {
    Path path;
    for (std::string_view name : text::split(text, '.')) path.names.emplace_back(name);
    return path;
}

std::vector<Order> parse_sort(std::string_view text) {
    std::vector<Order> orders;
    if (text::trim(text).empty()) return orders;
    for (std::string_view item : text::split(text, ',')) orders.push_back(read_order(item));
    return orders;
}

}  // namespace rapport::query
