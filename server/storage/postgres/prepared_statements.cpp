#include "storage/postgres/prepared_statements.h"

#include <algorithm>
#include <utility>

namespace rapport::storage {
namespace {

bool takes(const ServerStatement& statement, std::size_t index, const Value& value) {
    const Oid type = statement.parameters[index];
    if (value.is_null()) return true;
    if (value.is_integer()) return type == oid::int8 || type == oid::numeric || type == oid::float8;
    if (value.is_real()) return type == oid::numeric || type == oid::float8;
    return statement.declared[index] == oid::unknown;
}

bool takes_all(const ServerStatement& statement, std::span<const Value> values) {
    if (statement.parameters.size() != values.size()) return false;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!takes(statement, i, values[i])) return false;
    return true;
}

}  // namespace

Oid declared_type(const Value& value) {
    if (value.is_integer()) return oid::int8;
    if (value.is_real()) return oid::float8;
    return oid::unknown;
}

ServerStatement& PreparedStatements::find(std::string_view sql, std::span<const Value> parameters) {
    const auto [begin, end] = by_sql_.equal_range(sql);
    const auto found = std::find_if(begin, end, [&](const auto& entry) { return takes_all(*entry.second, parameters); });
    if (found != end) {
        statements_.splice(statements_.begin(), statements_, found->second);
        return statements_.front();
    }
    ServerStatement statement;
    statement.sql = sql;
    statement.name = "s" + std::to_string(++last_name_);
    for (const Value& value : parameters) statement.declared.push_back(declared_type(value));
    statement.parameters = statement.declared;
    statements_.push_front(std::move(statement));
    by_sql_.emplace(statements_.front().sql, statements_.begin());
    if (statements_.size() > capacity) drop(statements_.back());
    return statements_.front();
}

void PreparedStatements::drop(const ServerStatement& statement) {
    const auto [begin, end] = by_sql_.equal_range(statement.sql);
    const auto found = std::find_if(begin, end, [&](const auto& entry) { return &*entry.second == &statement; });
    if (found == end) return;
    if (statement.is_prepared) dropped_.push_back(statement.name);
    const auto position = found->second;
    by_sql_.erase(found);
    statements_.erase(position);
}

std::vector<std::string> PreparedStatements::take_dropped() { return std::exchange(dropped_, {}); }

void PreparedStatements::clear() {
    by_sql_.clear();
    statements_.clear();
    dropped_.clear();
}

}  // namespace rapport::storage
