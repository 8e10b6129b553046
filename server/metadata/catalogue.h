#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/record_id.h"
#include "metadata/object.h"

namespace rapport::metadata {

/// All objects as they are at one moment. Immutable and shared: a request keeps the one it began with.
class Catalogue {
public:
    /// Builds and checks a catalogue from merged declarations (see overlay.h).
    /// Throws Failure(Invalid, "invalid_declaration") with one Problem for each thing wrong.
    static std::shared_ptr<const Catalogue> build(std::span<const Json> declarations, std::int64_t version);

    /// Grows by one with every change.
    std::int64_t version() const { return version_; }
    const std::vector<Object>& objects() const { return objects_; }

    /// By name, alias or Salesforce spelling ("Product2", "Region__c"); null when there is none.
    const Object* find(std::string_view spelling) const;
    /// Throws Failure(NotFound, "unknown_object").
    const Object& object(std::string_view spelling) const;
    /// The object that a record id belongs to; null when there is none.
    const Object* find(RecordId id) const;

private:
    Catalogue() = default;
    std::int64_t version_ = 0;
    std::vector<Object> objects_;
    std::unordered_map<std::string, std::size_t> by_spelling_;
    std::unordered_map<std::int64_t, std::size_t> by_number_;
};

using CataloguePointer = std::shared_ptr<const Catalogue>;

}  // namespace rapport::metadata
