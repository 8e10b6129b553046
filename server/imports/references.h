#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "documents/table/table.h"
#include "imports/lru_cache.h"
#include "imports/mapping.h"
#include "imports/record_finder.h"
#include "records/service.h"

namespace rapport::imports {

/// Finds the records that cells refer to, and makes those that are missing where a mapping asks for it.
///
/// What was found in committed transactions is kept in a bounded cache for all of the file; the rest lives for one batch.
class References {
public:
    static constexpr std::size_t cached = 20'000;

    References(const Mapping& mapping, records::Service& service) : mapping_(mapping), service_(service), cache_(cached) {}

    /// Begins a batch of rows in one transaction; what an earlier batch that was not kept() found is forgotten.
    void begin_batch() { batch_.clear(); }
    /// The batch was committed.
    void keep_batch();

    /// Looks for many texts at once, so that find() need not ask for each.
    void prefetch(const ReferenceRule& rule, const std::vector<std::string>& texts, const Lookup& lookup);

    /// What making missing records costs and does.
    struct Making {
        const records::Run& run;
        std::set<std::string>& changed_objects;
        std::int64_t& records_made;
    };
    /// The record that the text names. With `making`, missing records are made as the rule says, from the same row, or another one takes their place.
    /// Problems: "no_match", "ambiguous_match" naming both, "not_created".
    Result<RecordId> find(const ReferenceRule& rule, const std::string& text, const documents::Row& row, const Lookup& lookup,
                          std::optional<Making> making);

private:
    using Answer = std::vector<FoundRecord>;  // none, one, or two that cannot be told apart

    std::vector<const metadata::Field*> fields_for(const ReferenceRule& rule, const std::string& text, const Lookup& lookup) const;
    Result<RecordId> make(const ReferenceRule& rule, const std::string& text, const documents::Row& row, const Lookup& lookup, const Making& making);

    const Mapping& mapping_;
    records::Service& service_;
    LruCache<RecordId> cache_;
    std::unordered_map<std::string, Answer> batch_;
};

}  // namespace rapport::imports
