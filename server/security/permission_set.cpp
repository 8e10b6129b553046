#include "security/permission_set.h"

namespace rapport::security {

ObjectRights& ObjectRights::operator|=(const ObjectRights& other) {
    create |= other.create;
    read |= other.read;
    update |= other.update;
    remove |= other.remove;
    view_all |= other.view_all;
    modify_all |= other.modify_all;
    return *this;
}

ObjectRights PermissionSet::rights_to(std::string_view object) const {
    auto found = objects.find(object);
    if (found == objects.end()) found = objects.find("*");
    return found == objects.end() ? ObjectRights() : found->second;
}

}  // namespace rapport::security
