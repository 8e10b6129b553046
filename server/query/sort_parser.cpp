#include <fmt/format.h>

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

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

Order read_order(std::string_view item) {
    Order order;
    std::string_view path = text::trim(item);
    order.descending = path.starts_with('-');
    if (order.descending || path.starts_with('+')) path.remove_prefix(1);
    for (std::string_view name : split(path, '.')) {
        if (!is_name(name))
            throw Failure(FailureKind::Invalid, "invalid_sort",
                          fmt::format("\"{}\" is not a field to sort by: write sort as -amount,account.name.", item));
        order.term.path.names.emplace_back(name);
    }
    // In lists on screen, records without a parent come after those that have one.
    if (order.term.path.names.size() > 1) order.nulls_last = true;
    return order;
}

}  // namespace

std::vector<Order> parse_sort(std::string_view text) {
    std::vector<Order> orders;
    if (text::trim(text).empty()) return orders;
    for (std::string_view item : split(text, ',')) orders.push_back(read_order(item));
    return orders;
}

}  // namespace rapport::query
