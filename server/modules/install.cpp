#include "modules/install.h"

#include "modules/activities/install.h"
#include "modules/core/install.h"
#include "modules/sales/install.h"
#include "modules/service/install.h"

namespace rapport::modules {

void install(records::Service& service) {
    core::install(service);
    sales::install(service);
    activities::install(service);
    service::install(service);
}

}  // namespace rapport::modules
