#include "security/role_problems.h"

#include "base/text.h"

namespace rapport::security {

std::vector<Problem> role_problems(const metadata::Catalogue& catalogue, const Directory& directory) {
    std::vector<Problem> problems;
    auto look_at = [&](const std::string& where, const std::string& role) {
        auto id = RecordId::parse(role);
        if (id && directory.is_role(*id)) return;
        problems.push_back({where, "unknown_role", "There is no role " + text::quoted(role) + ": it was deleted, or never was."});
    };
    for (const metadata::Object& object : catalogue.objects()) {
        if (object.role_views.is_object())
            for (const auto& [role, view] : object.role_views.members()) look_at(object.name + ".role_views." + role, role);
        if (!object.layouts.is_object()) continue;
        for (const auto& [name, layout] : object.layouts.members()) {
            if (!layout["roles"].is_array()) continue;
            for (const Json& role : layout["roles"].array())
                if (role.is_string()) look_at(object.name + ".layouts." + name + ".roles", role.string());
        }
    }
    return problems;
}

}  // namespace rapport::security
