#include "storage/postgres/numbered_parameters.h"

namespace rapport::storage {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where what begins at `begin` and cannot hold a parameter ends; `begin` itself when nothing of the kind begins there.
std::size_t end_of_opaque(std::string_view sql, std::size_t begin) {
    const auto past = [&](std::string_view mark, std::size_t from) {
        const auto found = sql.find(mark, from);
        return found == std::string_view::npos ? sql.size() : found + mark.size();
    };
    // A doubled quote ends one text and begins the next, which comes to the same.
    if (sql[begin] == '\'') return past("'", begin + 1);
    if (sql[begin] == '"') return past("\"", begin + 1);
    if (sql.substr(begin, 2) == "--") return past("\n", begin + 2);
    if (sql.substr(begin, 2) == "/*") return past("*/", begin + 2);
    return begin;
}

}  // namespace

std::string with_dollar_parameters(std::string_view sql) {
    std::string out;
    out.reserve(sql.size());
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_opaque(sql, at);
        if (end > at) {
            out.append(sql.substr(at, end - at));
            at = end;
            continue;
        }
        out += sql[at] == '?' && at + 1 < sql.size() && is_digit(sql[at + 1]) ? '$' : sql[at];
        ++at;
    }
    return out;
}

}  // namespace rapport::storage
