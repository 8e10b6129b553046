#pragma once

#include <memory>
#include <vector>

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
    void add_owners();

    const Directory::Snapshot& snapshot_;
    const Directory::Person& person_;
    const metadata::CataloguePointer& catalogue_;
    std::shared_ptr<Rights> rights_;
};

}  // namespace rapport::security
