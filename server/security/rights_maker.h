#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>

#include "security/snapshot.h"

namespace rapport::security {

/// Works out what one person may do.
class RightsMaker {
public:
    RightsMaker(const Directory::Snapshot& snapshot, const Directory::Person& person, const metadata::CataloguePointer& catalogue)
        : snapshot_(snapshot), person_(person), catalogue_(catalogue) {}

    std::shared_ptr<const Rights> make();

private:
    void add_sets();
    void add_fields();
    /// What all sets that open the object and name it close.
    std::set<std::pair<std::string, std::string>> closed(PermissionSet::Said PermissionSet::*said) const;
    void add_owners();
    void add_rules();
    void add_grantees();

    const Directory::Snapshot& snapshot_;
    const Directory::Person& person_;
    const metadata::CataloguePointer& catalogue_;
    std::set<std::int64_t> circle_;  // the person and all below: what they are given is the person's, too
    std::shared_ptr<Rights> rights_;
};

}  // namespace rapport::security
