#include "metadata/object.h"

#include "base/failure.h"
#include "base/text.h"

namespace rapport::metadata {

std::string normalized_spelling(std::string_view name) {
    if (name.ends_with("__c") || name.ends_with("__r") || name.ends_with("__C") || name.ends_with("__R")) name.remove_suffix(3);
    std::string out;
    out.reserve(name.size());
    for (char c : name)
        if (c != '_') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
}

const PicklistOption* Field::find_option(std::string_view value_or_label) const {
    for (const auto& option : options)
        if (option.value == value_or_label) return &option;
    std::string folded = text::fold(value_or_label);
    for (const auto& option : options)
        if (text::fold(option.value) == folded || text::fold(option.label) == folded) return &option;
    return nullptr;
}

void Object::index_names() {
    fields_by_spelling_.clear();
    relations_by_spelling_.clear();
    // Names come before aliases, so that an alias never hides a field.
    for (const Field& field : fields) {
        fields_by_spelling_.emplace(normalized_spelling(field.name), field.index);
        if (field.is_reference() && !field.relation.empty()) relations_by_spelling_.emplace(normalized_spelling(field.relation), field.index);
    }
    for (const Field& field : fields) {
        for (const auto& alias : field.aliases) {
            fields_by_spelling_.emplace(normalized_spelling(alias), field.index);
            if (!field.is_reference()) continue;
            relations_by_spelling_.emplace(normalized_spelling(alias), field.index);
            fields_by_spelling_.emplace(normalized_spelling(alias + "Id"), field.index);
        }
    }
    // "Billing" for billing_address makes "BillingCity" of billing_address_city.
    for (const Field& part : fields) {
        const Field* whole = part.component_of.empty() ? nullptr : find_field(part.component_of);
        if (!whole) continue;
        for (const auto& alias : whole->aliases) fields_by_spelling_.emplace(normalized_spelling(alias + part.component), part.index);
    }
}

bool Field::may_refer_to(const Object& object) const {
    if (targets.empty()) return !object.hidden && !object.administrative;
    return std::find(targets.begin(), targets.end(), object.name) != targets.end();
}

bool Field::names_parent() const {
    if (!targets.empty()) return type->name() == "master_detail";
    return is_reference() && required && on_delete == OnDelete::Cascade;
}

const Field* Object::find_field(std::string_view spelling) const {
    auto found = fields_by_spelling_.find(normalized_spelling(spelling));
    return found == fields_by_spelling_.end() ? nullptr : &fields[static_cast<std::size_t>(found->second)];
}

const Field* Object::find_relation(std::string_view spelling) const {
    auto found = relations_by_spelling_.find(normalized_spelling(spelling));
    return found == relations_by_spelling_.end() ? nullptr : &fields[static_cast<std::size_t>(found->second)];
}

const ChildRelation* Object::find_children(std::string_view spelling) const {
    std::string wanted = normalized_spelling(spelling);
    for (const auto& child : children)
        if (normalized_spelling(child.name) == wanted) return &child;
    return nullptr;
}

const std::vector<std::string>* Object::find_path_alias(std::string_view spelling) const {
    std::string wanted = normalized_spelling(spelling);
    for (const auto& [alias, path] : path_aliases)
        if (normalized_spelling(alias) == wanted) return &path;
    return nullptr;
}

const Field& Object::field(std::string_view spelling) const {
    if (const Field* found = find_field(spelling)) return *found;
    std::vector<std::string_view> names;
    for (const Field& candidate : fields) names.push_back(candidate.name);
    auto near = text::nearest(spelling, names);
    throw invalid_field({std::string(spelling), "unknown_field",
                         "There is no field \"" + std::string(spelling) + "\" on " + name + (near.empty() ? "." : "; did you mean \"" + std::string(near) + "\"?")});
}

}  // namespace rapport::metadata
