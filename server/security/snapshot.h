#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "metadata/catalogue.h"
#include "security/directory.h"
#include "security/groups.h"
#include "security/permission_set.h"
#include "security/rights.h"

namespace rapport::security {

/// Everything that rights follow from, as it was at one moment. Immutable, but for the rights that were made from it.
struct Directory::Snapshot {
    std::int64_t version = 0;
    int fiscal_year_start_month = 1;
    std::map<std::int64_t, Person> people;  // and queues
    std::map<std::string, std::int64_t, std::less<>> by_email;
    Groups groups;
    std::map<std::int64_t, std::shared_ptr<const PermissionSet>> sets;
    std::multimap<std::int64_t, std::int64_t> sets_of_user;
    std::multimap<std::int64_t, std::int64_t> sets_of_role;
    std::vector<std::shared_ptr<const SharingRule>> rules;
    /// Whoever was given something, by granting object and field. Those who were not need not be asked about.
    std::map<std::pair<std::string, std::string>, std::set<std::int64_t>> known_grantees;

    void load(storage::Session& session, const metadata::Catalogue& catalogue);
    static std::int64_t stored_version(storage::Session& session);

    std::vector<std::shared_ptr<const PermissionSet>> sets_for(const Person& person) const;

    /// Made once for each person and catalogue: it decides which fields tell what is hidden.
    std::shared_ptr<const Rights> rights_of(const Person& person, const metadata::CataloguePointer& catalogue) const;

private:
    void load_people(storage::Session& session);
    void load_sets(storage::Session& session);
    void load_rules(storage::Session& session);
    void load_grantees(storage::Session& session, const metadata::Catalogue& catalogue);

    struct KeptRights {
        metadata::CataloguePointer catalogue;
        std::shared_ptr<const Rights> rights;
    };
    mutable std::mutex mutex_;
    mutable std::map<std::int64_t, KeptRights> kept_rights_;
};

}  // namespace rapport::security
