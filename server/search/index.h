#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "metadata/object.h"
#include "search/terms.h"
#include "storage/database.h"

namespace rapport::search {

/// True for a field by whose content records are found.
bool is_searched(const metadata::Object& object, const metadata::Field& field);
/// True for those, and for the owner.
bool is_indexed(const metadata::Object& object, const metadata::Field& field);

using ValueOf = std::function<Value(const metadata::Field&)>;
Terms terms_of(const metadata::Object& object, const ValueOf& value_of);

/// What becomes of records in the index, collected, so that many of them cost few statements. Written in the transaction
/// that changes the records.
class Changes {
public:
    void put(const metadata::Object& object, RecordId id, const ValueOf& value_of);
    void remove(RecordId id) { list_.push_back({id, std::nullopt, {}}); }

    /// How many there are; what came after a mark is forgotten when it did not happen.
    std::size_t mark() const { return list_.size(); }
    void forget_since(std::size_t mark) { list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(mark), list_.end()); }
    /// Writes them all; nothing is left afterwards.
    void write(storage::Session& session);

private:
    struct Change {
        RecordId id;
        std::optional<std::string> terms;  // none: the record is found no more
        std::vector<std::string> names;
    };
    std::vector<Change> list_;
};

}  // namespace rapport::search
