#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/object.h"
#include "security/owners.h"
#include "security/permission_set.h"

namespace rapport::security {

enum class ObjectRight { Create, Read, Update, Delete };

/// What somebody may do beyond the records themselves.
enum class Permission { Import, Export };

/// All that one person may do, from their permission sets, their place in the role hierarchy and nothing else. Immutable.
class Rights {
public:
    /// Everything, everywhere.
    static std::shared_ptr<const Rights> everything();

    bool is_administrator() const { return administrator_; }
    /// Whether the person may do this with any record of the object; which ones is for visible_rows() to say.
    bool may(ObjectRight right, const metadata::Object& object) const;
    bool may_read(const metadata::Object& object, const metadata::Field& field) const;
    bool may_edit(const metadata::Object& object, const metadata::Field& field) const;
    bool may(Permission permission) const;
    /// Throws Failure(Forbidden, "import_forbidden" | "export_forbidden") that names the permission.
    void require(Permission permission) const;
    /// Sees, or changes, all records of the object, whoever owns them.
    bool views_all(const metadata::Object& object) const;
    bool modifies_all(const metadata::Object& object) const;

    /// Those whose records are as good as the person's own: he himself and everyone in the roles below.
    const Owners& owners() const { return *owners_; }
    /// The permission sets that all this comes from.
    const std::vector<std::shared_ptr<const PermissionSet>>& sets() const { return sets_; }

private:
    friend class RightsMaker;
    struct FieldRights {
        bool read = true;
        bool edit = true;
    };
    using Fields = std::map<std::string, FieldRights, std::less<>>;

    const ObjectRights& object_rights(const metadata::Object& object) const;
    FieldRights field_rights(const metadata::Object& object, const metadata::Field& field) const;

    bool administrator_ = false;
    bool views_all_ = false;
    bool modifies_all_ = false;
    bool may_import_ = false;
    bool may_export_ = false;
    std::map<std::string, ObjectRights, std::less<>> objects_;
    ObjectRights other_objects_;
    std::map<std::string, Fields, std::less<>> fields_;
    std::shared_ptr<const Owners> owners_ = std::make_shared<const Owners>();
    std::vector<std::shared_ptr<const PermissionSet>> sets_;
};

}  // namespace rapport::security
