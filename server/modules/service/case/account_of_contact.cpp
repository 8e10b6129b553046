#include "modules/service/case/account_of_contact.h"

namespace rapport::service {

void AccountOfContact::before_save(records::Change& change) const {
    const Value& contact = change.after["contact_id"];
    if (contact.is_null() || !change.after["account_id"].is_null() || change.is_given("account_id")) return;
    change.after["account_id"] = change.session.value("SELECT account_id FROM contact WHERE id = ?1", {contact}).value_or(Value());
}

}  // namespace rapport::service
