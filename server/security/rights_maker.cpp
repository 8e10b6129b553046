#include "security/rights_maker.h"

#include "security/computed_fields.h"

namespace rapport::security {

std::shared_ptr<const Rights> RightsMaker::make() {
    rights_ = std::make_shared<Rights>();
    rights_->administrator_ = person_.administrator;
    rights_->sets_ = snapshot_.sets_for(person_);
    add_sets();
    add_fields();
    add_owners();
    return rights_;
}

void RightsMaker::add_sets() {
    std::set<std::string> named;
    for (const auto& set : rights_->sets_) {
        rights_->views_all_ |= set->views_all;
        rights_->modifies_all_ |= set->modifies_all;
        rights_->may_import_ |= set->may_import;
        rights_->may_export_ |= set->may_export;
        rights_->other_objects_ |= set->rights_to("*");
        for (const auto& [object, allowed] : set->objects) named.insert(object);
    }
    for (const std::string& object : named)
        for (const auto& set : rights_->sets_) rights_->objects_[object] |= set->rights_to(object);
}

/// A field is open when any set that opens its object does not close it.
void RightsMaker::add_fields() {
    std::set<std::pair<std::string, std::string>> named;
    for (const auto& set : rights_->sets_)
        for (const auto& [object, fields] : set->fields)
            for (const auto& [field, allowed] : fields) named.emplace(object, field);
    for (const auto& [object, field] : named) {
        Rights::FieldRights sum{false, false};
        for (const auto& set : rights_->sets_) {
            ObjectRights allowed = set->rights_to(object);
            if (!allowed.read) continue;
            auto fields = set->fields.find(object);
            bool is_named = fields != set->fields.end() && fields->second.contains(field);
            PermissionSet::FieldRights said = is_named ? fields->second.find(field)->second : PermissionSet::FieldRights{true, allowed.update};
            sum.read |= said.read;
            sum.edit |= said.edit;
        }
        rights_->fields_[object][field] = sum;
    }
    // What is computed from a field that is hidden now may be an input of another: until there are no more.
    for (auto telling = telling_fields(catalogue_, *rights_); !telling.empty(); telling = telling_fields(catalogue_, *rights_))
        for (const auto& [object, field] : telling) rights_->fields_[object->name][field->name] = {false, false};
}

void RightsMaker::add_owners() {
    auto owners = std::make_shared<Owners>();
    owners->add("owner", "The record belongs to them.", person_.id, {person_.id.number()});
    owners->add("role_hierarchy", "The record belongs to somebody whose role is below theirs.", RecordId(person_.role), snapshot_.people_below(person_));
    rights_->owners_ = std::move(owners);
}

}  // namespace rapport::security
