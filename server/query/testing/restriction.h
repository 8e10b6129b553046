#pragma once

#include <map>
#include <string>

#include "query/query.h"

namespace rapport::security {

/// Stands in for the layer above, so that query's own tests can give themselves rights.
class Restriction {
public:
    using Rows = std::map<std::string, query::Predicate>;  // by object; all rows of those that are not named

    static query::Restricted restrict(query::Bound bound, const Rows& rows, query::Restricted::Trash trash) {
        std::vector<query::Predicate> predicates;
        for (const auto& source : bound.sources()) {
            auto found = rows.find(source.object->name);
            predicates.push_back(found == rows.end() ? query::Predicate::always() : found->second);
        }
        return query::Restricted(std::move(bound), std::move(predicates), trash);
    }
};

}  // namespace rapport::security
