#include "modules/service/install.h"

#include <memory>
#include <set>
#include <span>
#include <string>

#include "modules/common/closing.h"
#include "modules/common/declarations.h"
#include "modules/common/no_cycle.h"
#include "modules/service/case/account_of_contact.h"

namespace rapport::service {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

void install(records::Service& service) {
    service.add_hook("case", std::make_unique<modules::Closing>(std::set<std::string>{"resolved", "closed"}, modules::Closing::Fields{"is_closed", "closed_at"}));
    service.add_hook("case", std::make_unique<AccountOfContact>());
    service.add_hook("case", std::make_unique<modules::NoCycle>("parent_id"));
}

}  // namespace rapport::service
