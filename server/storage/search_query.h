#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::storage {

/// What the search terms of a record have to be. Terms are made of letters and digits of any script and of = : + #.
struct SearchQuery {
    enum class Kind { Term, Beginning, All, Any };
    Kind kind = Kind::Any;  // with nothing in it: finds nothing
    std::string term;
    std::vector<SearchQuery> parts;

    static SearchQuery of(std::string term) { return {Kind::Term, std::move(term), {}}; }
    /// Any term that begins so.
    static SearchQuery beginning(std::string term) { return {Kind::Beginning, std::move(term), {}}; }
    static SearchQuery all(std::vector<SearchQuery> parts) { return {Kind::All, {}, std::move(parts)}; }
    static SearchQuery any(std::vector<SearchQuery> parts) { return {Kind::Any, {}, std::move(parts)}; }
};

/// As the engines write it, which differ only in their signs.
struct SearchSigns {
    std::string_view quote, beginning, all, any, nothing;
};
std::string write_search_query(const SearchQuery& query, const SearchSigns& signs);

}  // namespace rapport::storage
