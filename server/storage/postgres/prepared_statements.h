#pragma once

#include <cstddef>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/value.h"

namespace rapport::storage {

/// A type of PostgreSQL, by its number in pg_type.
using Oid = unsigned int;
namespace oid {
constexpr Oid unknown = 0;
constexpr Oid boolean = 16;
constexpr Oid int8 = 20;
constexpr Oid int2 = 21;
constexpr Oid int4 = 23;
constexpr Oid object_id = 26;
constexpr Oid float4 = 700;
constexpr Oid float8 = 701;
constexpr Oid numeric = 1700;
}  // namespace oid

/// A statement that one connection has prepared.
struct ServerStatement {
    std::string sql;
    std::string name;             // on the server
    std::vector<Oid> declared;    // what we said the parameters are; `unknown` leaves it to their place in the statement
    std::vector<Oid> parameters;  // what they are
    bool is_prepared = false;
};

/// The type we give a parameter: numbers have theirs; a text or a null is taken as a literal in quotes would be.
Oid declared_type(const Value& value);

/// The statements that one connection used last. A text can be there several times, for parameters of other types.
class PreparedStatements {
public:
    static constexpr std::size_t capacity = 256;

    /// The prepared statement that takes these parameters, or a new one that is still to be prepared.
    ServerStatement& find(std::string_view sql, std::span<const Value> parameters);
    /// Forgets a statement; the server is told later.
    void drop(const ServerStatement& statement);
    /// Names that the server can forget, given once.
    std::vector<std::string> take_dropped();
    void clear();

private:
    using List = std::list<ServerStatement>;
    List statements_;  // used last first
    std::unordered_multimap<std::string_view, List::iterator> by_sql_;
    std::vector<std::string> dropped_;
    std::size_t last_name_ = 0;
};

}  // namespace rapport::storage
