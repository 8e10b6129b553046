#include "security/rights_maker.h"

#include <algorithm>
#include <iterator>

#include "security/computed_fields.h"

namespace rapport::security {

std::shared_ptr<const Rights> RightsMaker::make() {
    rights_ = std::make_shared<Rights>();
    rights_->administrator_ = person_.administrator;
    rights_->sets_ = snapshot_.sets_for(person_);
    add_sets();
    add_fields();
    rights_->closed_actions_ = closed(&PermissionSet::actions);
    rights_->closed_record_types_ = closed(&PermissionSet::record_types);
    add_owners();
    add_rules();
    add_grantees();
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

/// Like a field, each is open when any set that opens the object does not close it.
std::set<std::pair<std::string, std::string>> RightsMaker::closed(PermissionSet::Said PermissionSet::*said) const {
    std::set<std::pair<std::string, std::string>> out;
    for (const auto& set : rights_->sets_)
        for (const auto& [what, open] : (*set).*said)
            if (!open) out.insert(what);
    std::erase_if(out, [&](const auto& what) {
        return std::any_of(rights_->sets_.begin(), rights_->sets_.end(), [&](const auto& set) {
            auto found = ((*set).*said).find(what);
            bool closes = found != ((*set).*said).end() && !found->second;
            return !closes && set->rights_to(what.first).read;
        });
    });
    return out;
}

void RightsMaker::add_owners() {
    const Groups& groups = snapshot_.groups;
    std::int64_t self = person_.id.number();
    std::set<std::int64_t> below = groups.people_below(self);
    circle_ = below;
    circle_.insert(self);
    std::set<std::int64_t> teams;
    for (std::int64_t one : circle_) teams.merge(groups.teams_of(one));
    auto owners = std::make_shared<Owners>();
    owners->add("owner", "The record belongs to them.", person_.id, {self});
    owners->add("role_hierarchy", "The record belongs to somebody whose role is below theirs.", RecordId(person_.role), below);
    for (std::int64_t team : teams)
        owners->add("queue", "The record belongs to a queue that they, or somebody below them, work as members of its team.", RecordId(team), groups.queues_of(team));
    rights_->owners_ = std::move(owners);
    rights_->all_owners_ = snapshot_.people.size();
}

/// Who stands above somebody in the hierarchy sees what is shared with them.
void RightsMaker::add_rules() {
    for (const auto& rule : snapshot_.rules) {
        bool concerns = std::any_of(rule->people.begin(), rule->people.end(), [&](std::int64_t one) { return circle_.contains(one); });
        if (!concerns) continue;
        if (!rule->criterion.is_null()) {
            rights_->criteria_.push_back(rule);
            continue;
        }
        auto& of = rights_->owners_of_.try_emplace(rule->object, Rights::OwnersOf{*rights_->owners_, *rights_->owners_}).first->second;
        of.readable.add("sharing_rule", rule->sentence(), rule->id, rule->owners);
        if (rule->writable) of.editable.add("sharing_rule", rule->sentence(), rule->id, rule->owners);
    }
}

void RightsMaker::add_grantees() {
    if (std::all_of(snapshot_.known_grantees.begin(), snapshot_.known_grantees.end(), [](const auto& known) { return known.second.empty(); })) return;
    std::set<std::int64_t> groups = snapshot_.groups.groups_of(circle_);
    for (const auto& [place, known] : snapshot_.known_grantees) {
        std::set<std::int64_t> ours;
        std::set_intersection(known.begin(), known.end(), groups.begin(), groups.end(), std::inserter(ours, ours.end()));
        if (!ours.empty()) rights_->grantees_.emplace(place, std::make_shared<const std::string>(json_array(ours)));
    }
}

}  // namespace rapport::security
