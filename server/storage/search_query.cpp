#include "storage/search_query.h"

namespace rapport::storage {

std::string write_search_query(const SearchQuery& query, const SearchSigns& signs) {
    using Kind = SearchQuery::Kind;
    auto quoted = [&] { return std::string(signs.quote) + query.term + std::string(signs.quote); };
    if (query.kind == Kind::Term) return quoted();
    if (query.kind == Kind::Beginning) return quoted() + std::string(signs.beginning);
    if (query.parts.empty()) return std::string(signs.nothing);
    std::string out;
    for (const SearchQuery& part : query.parts) {
        if (!out.empty()) out += query.kind == Kind::All ? signs.all : signs.any;
        out += write_search_query(part, signs);
    }
    return query.parts.size() == 1 ? out : "(" + out + ")";
}

}  // namespace rapport::storage
