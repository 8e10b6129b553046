#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "matching/profile.h"
#include "search/terms.h"
#include "storage/database.h"

namespace rapport::search {

/// True for a field by whose content records are found.
bool is_searched(const metadata::Object& object, const metadata::Field& field);
/// True for those, for the owner, and for fields by which duplicates are found.
bool is_indexed(const metadata::Object& object, const metadata::Field& field);

using matching::ValueOf;
Terms terms_of(const metadata::Object& object, const ValueOf& value_of);
/// By which it is found among likely duplicates, with a blank between two; nothing for an object without rules about them.
std::optional<std::string> duplicate_keys_of(const metadata::Object& object, const ValueOf& value_of);
/// The table that has them, of Dialect::create_terms_table().
constexpr const char* duplicate_keys = "duplicate_key";

/// What becomes of records in the index, collected, so that many of them cost few statements. Written in the transaction
/// that changes the records.
class Changes {
public:
    void put(const metadata::Object& object, RecordId id, const ValueOf& value_of);
    void remove(RecordId id) { list_.push_back({id, std::nullopt, {}, ""}); }

    /// How many there are; what came after a mark is forgotten when it did not happen.
    std::size_t mark() const { return list_.size(); }
    void forget_since(std::size_t mark) {
        list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(mark), list_.end());
        keyed_ = std::min(keyed_, mark);
    }
    /// Lets the records be found as duplicates already, before the rest is written.
    void write_keys(storage::Session& session);
    /// Writes them all; nothing is left afterwards.
    void write(storage::Session& session);

private:
    struct Change {
        RecordId id;
        std::optional<std::string> terms;  // none: the record is found no more
        std::vector<std::string> names;
        std::optional<std::string> keys;   // none: its object has no rules about duplicates
    };
    std::vector<Change> list_;
    std::size_t keyed_ = 0;  // up to which write_keys() has written
};

}  // namespace rapport::search
