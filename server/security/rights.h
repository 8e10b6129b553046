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
#include "security/sharing_rule.h"

namespace rapport::security {

enum class ObjectRight { Create, Read, Update, Delete };

/// What somebody wants to do with records; Full is what their owner may beyond editing: give them away, share them.
enum class Access { Read, Edit, Full, Delete };

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
    /// Whether the person may carry an action such as "restore" out with records of the object.
    bool may_run(std::string_view action, const metadata::Object& object) const;
    /// Throws Failure(Forbidden, "action_forbidden").
    void require_action(std::string_view action, const metadata::Object& object) const;
    /// Whether the person may give records of the object this value of the picklist that is their record type.
    bool may_use_record_type(std::string_view value, const metadata::Object& object) const;
    /// What the person may not run, and not give, by name: for those who draw the choices.
    std::vector<std::string> closed_actions(const metadata::Object& object) const;
    std::vector<std::string> closed_record_types(const metadata::Object& object) const;
    /// Throws Failure(Forbidden, "import_forbidden" | "export_forbidden") that names the permission.
    void require(Permission permission) const;
    /// Sees, or changes, all records of the object, whoever owns them.
    bool views_all(const metadata::Object& object) const;
    bool modifies_all(const metadata::Object& object) const;

    /// Those whose records are as good as the person's own: he himself, everyone in the roles below, and their queues.
    const Owners& owners() const { return *owners_; }
    /// The same with those whose records of this object a sharing rule opens.
    const Owners& owners(const metadata::Object& object, Access access) const;
    /// Whether those are few of all that there are: then their records are best found one owner after the other.
    bool has_few_owners(const metadata::Object& object, Access access) const;
    /// The sharing rules that open records of this object by their values, for reading or also for editing.
    std::vector<std::shared_ptr<const SharingRule>> criteria(const metadata::Object& object, Access access) const;
    /// Of those who have been given something by `to` of a granting object: the person, their groups, and those of people
    /// below them, as a JSON array; null for none.
    std::shared_ptr<const std::string> grantees(const metadata::Object& granting, std::string_view to) const;
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
    struct OwnersOf {
        Owners readable, editable;
    };
    std::map<std::string, OwnersOf, std::less<>> owners_of_;  // objects that sharing rules are about
    std::size_t all_owners_ = 0;
    std::vector<std::shared_ptr<const SharingRule>> criteria_;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const std::string>> grantees_;  // by granting object and field
    std::set<std::pair<std::string, std::string>> closed_actions_, closed_record_types_;
    std::vector<std::shared_ptr<const PermissionSet>> sets_;
};

}  // namespace rapport::security
