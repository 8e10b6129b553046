#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/record_id.h"

namespace rapport::security {

/// What one permission set, or several together, allow with the records of one object.
struct ObjectRights {
    bool create = false;
    bool read = false;
    bool update = false;
    bool remove = false;
    bool view_all = false;
    bool modify_all = false;

    ObjectRights& operator|=(const ObjectRights& other);
};

/// A permission set with what belongs to it, as it is stored.
struct PermissionSet {
    RecordId id;
    std::string name;
    bool for_everyone = false;
    bool views_all = false;
    bool modifies_all = false;
    bool may_import = false;
    bool may_export = false;
    std::map<std::string, ObjectRights, std::less<>> objects;  // "*" stands for those not named
    struct FieldRights {
        bool read;
        bool edit;
    };
    std::map<std::string, std::map<std::string, FieldRights, std::less<>>, std::less<>> fields;
    using Said = std::map<std::pair<std::string, std::string>, bool>;
    Said actions;       // by object and action: whether it may be carried out
    Said record_types;  // by object and value: whether records may be given it

    /// What it allows with an object, named or not.
    ObjectRights rights_to(std::string_view object) const;
};

}  // namespace rapport::security
