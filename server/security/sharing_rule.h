#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "base/json.h"
#include "base/record_id.h"

namespace rapport::security {

/// Opens records of one object to others: those that some people own, or those with certain values.
struct SharingRule {
    RecordId id;
    std::string name;
    std::string object;
    bool writable = false;
    Json criterion;                   // a JSON filter; null for a rule about owners
    std::set<std::int64_t> owners;    // whose records it opens
    std::set<std::int64_t> people;    // whom it opens them to

    bool gives(bool reading) const { return reading || writable; }
    /// What it does, for people.
    std::string sentence() const { return "The sharing rule \"" + name + "\" opens it to them for " + (writable ? "reading and writing." : "reading."); }
};

}  // namespace rapport::security
