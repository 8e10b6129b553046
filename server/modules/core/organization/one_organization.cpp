#include "modules/core/organization/one_organization.h"

#include "metadata/schema.h"

namespace rapport::core {
namespace {

/// Whether amounts would need a rate into another currency than that of `code`.
bool has_amounts_in_other_currencies(const records::Change& change, const Value& code) {
    for (const metadata::Object& object : change.catalogue.objects()) {
        if (!object.has_currency() || &object == &change.object) continue;
        if (change.session.value("SELECT 1 FROM " + metadata::quoted(object.name) + " WHERE currency_code <> ?1 LIMIT 1", {code})) return true;
    }
    return false;
}

}  // namespace

void OneOrganization::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Create && change.session.value("SELECT 1 FROM organization WHERE deleted_at IS NULL"))
        change.refuse("", "one_organization", "The workspace belongs to an organization already: change that one.");
    if (change.kind == Kind::Delete) change.refuse("", "one_organization", "The workspace belongs to this organization, which cannot be deleted: change it.");
    if (change.kind == Kind::Update && change.changes("currency_code") && has_amounts_in_other_currencies(change, change.after["currency_code"]))
        change.refuse("currency_code", "amounts_in_use",
                      "There are amounts in " + std::string((*change.before)["currency_code"].text_or("another currency")) +
                          " already, and all exchange rates are in it: the organization's currency is chosen before work begins.");
}

}  // namespace rapport::core
