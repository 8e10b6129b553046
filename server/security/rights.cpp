#include "security/rights.h"

#include "base/failure.h"

namespace rapport::security {

namespace {

std::vector<std::string> names_of(const metadata::Object& object, const std::set<std::pair<std::string, std::string>>& closed) {
    std::vector<std::string> out;
    for (const auto& [name, what] : closed)
        if (name == object.name) out.push_back(what);
    return out;
}

}  // namespace

std::shared_ptr<const Rights> Rights::everything() {
    static const std::shared_ptr<const Rights> rights = [] {
        auto made = std::make_shared<Rights>();
        made->administrator_ = true;
        return made;
    }();
    return rights;
}

const ObjectRights& Rights::object_rights(const metadata::Object& object) const {
    auto found = objects_.find(object.name);
    return found == objects_.end() ? other_objects_ : found->second;
}

bool Rights::may(ObjectRight right, const metadata::Object& object) const {
    if (administrator_) return true;
    const ObjectRights& rights = object_rights(object);
    if (right == ObjectRight::Read) return rights.read;
    if (object.administrative) return false;
    switch (right) {
        case ObjectRight::Create: return rights.create;
        case ObjectRight::Update: return rights.update;
        case ObjectRight::Delete: return rights.remove;
        case ObjectRight::Read: break;
    }
    return rights.read;
}

bool Rights::may(Permission permission) const { return administrator_ || (permission == Permission::Import ? may_import_ : may_export_); }

void Rights::require(Permission permission) const {
    if (may(permission)) return;
    std::string verb = permission == Permission::Import ? "import" : "export";
    throw Failure(FailureKind::Forbidden, verb + "_forbidden",
                  "You may not " + verb + " records: none of your permission sets has \"may_" + verb + "\". Ask an administrator.");
}

bool Rights::views_all(const metadata::Object& object) const { return administrator_ || views_all_ || modifies_all_ || object_rights(object).view_all || object_rights(object).modify_all; }

bool Rights::modifies_all(const metadata::Object& object) const { return administrator_ || modifies_all_ || object_rights(object).modify_all; }

bool Rights::may_run(std::string_view action, const metadata::Object& object) const {
    return administrator_ || !closed_actions_.contains({object.name, std::string(action)});
}

void Rights::require_action(std::string_view action, const metadata::Object& object) const {
    if (may_run(action, object)) return;
    throw Failure(FailureKind::Forbidden, "action_forbidden",
                  "You may not " + std::string(action) + " " + object.plural_label + ": your permission sets close this action. Ask an administrator.");
}

bool Rights::may_use_record_type(std::string_view value, const metadata::Object& object) const {
    return administrator_ || !closed_record_types_.contains({object.name, std::string(value)});
}

std::vector<std::string> Rights::closed_actions(const metadata::Object& object) const { return administrator_ ? std::vector<std::string>() : names_of(object, closed_actions_); }

std::vector<std::string> Rights::closed_record_types(const metadata::Object& object) const {
    return administrator_ ? std::vector<std::string>() : names_of(object, closed_record_types_);
}

const Owners& Rights::owners(const metadata::Object& object, Access access) const {
    bool by_rules = access == Access::Read || access == Access::Edit;
    auto found = by_rules ? owners_of_.find(object.name) : owners_of_.end();
    if (found == owners_of_.end()) return *owners_;
    return access == Access::Read ? found->second.readable : found->second.editable;
}

bool Rights::has_few_owners(const metadata::Object& object, Access access) const {
    constexpr std::size_t part = 4;  // beyond a quarter, to read all rows is no slower than to gather those
    return owners(object, access).count() * part <= all_owners_;
}

std::vector<std::shared_ptr<const SharingRule>> Rights::criteria(const metadata::Object& object, Access access) const {
    std::vector<std::shared_ptr<const SharingRule>> out;
    for (const auto& rule : criteria_)
        if (rule->object == object.name && rule->gives(access == Access::Read)) out.push_back(rule);
    return out;
}

std::shared_ptr<const std::string> Rights::grantees(const metadata::Object& granting, std::string_view to) const {
    auto found = grantees_.find({granting.name, std::string(to)});
    return found == grantees_.end() ? nullptr : found->second;
}

/// What is derived from a field is hidden with it.
Rights::FieldRights Rights::field_rights(const metadata::Object& object, const metadata::Field& field) const {
    if (administrator_) return {};
    auto fields = fields_.find(object.name);
    if (fields == fields_.end()) return {};
    for (const std::string* name : {&field.name, &field.component_of, &field.base_of, &field.relation}) {
        if (name->empty()) continue;
        if (auto found = fields->second.find(*name); found != fields->second.end()) return found->second;
    }
    return {};
}

bool Rights::may_read(const metadata::Object& object, const metadata::Field& field) const { return field_rights(object, field).read; }

bool Rights::may_edit(const metadata::Object& object, const metadata::Field& field) const {
    FieldRights rights = field_rights(object, field);
    return rights.read && rights.edit;
}

}  // namespace rapport::security
