#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/testing/restriction.h"
#include "storage/testing/engines.h"

namespace rapport::query::testing {

/// A small CRM: users, accounts, contacts, opportunities with stages, and nothing in them.
metadata::CataloguePointer small_catalogue();

/// Questions against a fresh database of every engine, asked on Saturday, 2026-11-21 09:30 UTC.
class Workspace : public storage::testing::EngineTest {
protected:
    explicit Workspace(metadata::CataloguePointer catalogue = small_catalogue());

    using Values = std::vector<std::pair<std::string, Value>>;
    /// Writes a record as it is stored; answers its id.
    std::int64_t insert(const std::string& object, const Values& values);

    /// What the question answers, as JSON. Ids are left out where `without_ids` says so.
    std::string ask(const Select& select);
    std::string ask(std::string_view soql) { return ask(parse_soql(soql)); }
    /// The `name` of each record, joined by spaces.
    std::string names(const Select& select);
    std::string names(std::string_view soql) { return names(parse_soql(soql)); }
    std::string names_where(std::string_view condition);
    std::string names_by_filter(std::string_view object, std::string_view filter);
    /// All pages of at most `limit` records: the names of each page, pages joined by " | ".
    std::string pages(std::string_view soql, std::int64_t limit);
    /// Code and message of the failure that the question ends with.
    std::string error(const Select& select);
    std::string error(std::string_view soql);
    std::string error_by_filter(std::string_view object, std::string_view filter);

    Bound bound(const Select& select);
    Statement compiled(const Select& select);
    const metadata::Object& object(std::string_view name) { return catalogue_->object(name); }

    metadata::CataloguePointer catalogue_;
    Context context_;
    security::Restriction::Rows rows_;
    std::set<std::string> hidden_;  // "contact.email"
    Restricted::Trash trash_ = Restricted::Trash::Exclude;
    std::string next_;  // the cursor that the last question ended with
};

std::string without_ids(std::string json);

}  // namespace rapport::query::testing
