#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "metadata/catalogue.h"
#include "query/formula.h"

namespace rapport::records {

/// A validation rule with its formula parsed.
struct Rule {
    const metadata::ValidationRule* rule;
    query::Formula formula;
};

/// The rules of a catalogue, parsed once and kept until the catalogue changes. Safe to use from any thread.
class Rules {
public:
    /// The active rules of an object. Throws what Formula::parse() throws.
    std::shared_ptr<const std::vector<Rule>> of(const metadata::CataloguePointer& catalogue, const metadata::Object& object);

private:
    std::mutex mutex_;
    metadata::CataloguePointer catalogue_;
    std::map<const metadata::Object*, std::shared_ptr<const std::vector<Rule>>> by_object_;
};

}  // namespace rapport::records
