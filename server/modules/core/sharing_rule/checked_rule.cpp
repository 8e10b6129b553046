#include "modules/core/sharing_rule/checked_rule.h"

#include "base/text.h"
#include "query/criterion.h"

namespace rapport::core {
namespace {

void check_criterion(records::Change& change, const metadata::Object& object) {
    try {
        query::criterion(Json::parse(change.after["criterion"].text()), change.catalogue, object);
    } catch (const Failure& failure) {
        if (failure.kind() == FailureKind::Internal) throw;
        change.refuse("criterion", failure.code(), failure.what());
    }
}

}  // namespace

void CheckedRule::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Delete || change.kind == Kind::Restore) return;
    const records::Record& rule = change.after;
    bool by_owner = !rule["owner_in_id"].is_null();
    bool by_value = !rule["criterion"].is_null();
    if (by_owner == by_value) change.refuse("criterion", "one_kind", "A rule is about owners (name a role or a team) or about values (give a filter): one of them.");
    if (rule["object"].is_null()) return;
    const metadata::Object* object = change.catalogue.find(rule["object"].text());
    if (!object) return change.refuse("object", "unknown_object", "There is no object " + text::quoted(rule["object"].text()) + ".");
    change.after["object"] = object->name;
    if (!object->owned || object->sharing == metadata::Sharing::ControlledByParent)
        return change.refuse("object", "not_shared", object->plural_label + " belong to nobody, so they are not shared: they follow their default, or the record that they hang on.");
    if (by_value) check_criterion(change, *object);
}

}  // namespace rapport::core
