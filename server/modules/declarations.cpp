#include "modules/declarations.h"

#include "modules/activities/install.h"
#include "modules/core/install.h"
#include "modules/sales/install.h"
#include "modules/service/install.h"

namespace rapport::modules {

std::vector<Json> declarations() {
    std::vector<Json> all;
    for (auto declared : {core::declarations, sales::declarations, activities::declarations, service::declarations}) {
        for (Json& declaration : declared()) all.push_back(std::move(declaration));
    }
    return all;
}

}  // namespace rapport::modules
