#include "metadata/declaration.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "metadata/declared_duplicates.h"
#include "metadata/declared_fields.h"
#include "metadata/names.h"

namespace rapport::metadata {
namespace {

/// Reads one object's declaration; keeps where it is for messages.
class Reader {
public:
    Reader(const Json& declaration, std::vector<Problem>& problems) : declaration_(declaration), problems_(problems) {}

    Object read();

private:
    void read_settings();
    void read_rules();
    void read_grants();
    void check_grants();
    void read_indexes();
    void check_names();

    void refuse(const std::string& where, const std::string& message) {
        problems_.push_back({where.empty() ? object_.name : object_.name + "." + where, "invalid_declaration", message});
    }

    const Json& declaration_;
    std::vector<Problem>& problems_;
    Object object_;
};

std::optional<Sharing> read_sharing(std::string_view text) {
    if (text == "private") return Sharing::Private;
    if (text == "read") return Sharing::Read;
    if (text == "write") return Sharing::Write;
    if (text == "controlled_by_parent") return Sharing::ControlledByParent;
    return std::nullopt;
}

Object Reader::read() {
    read_settings();
    read_fields(object_, declaration_, [this](const std::string& where, const std::string& message) { refuse(where, message); });
    read_rules();
    read_indexes();
    object_.layouts = declaration_["layouts"];
    object_.list_views = declaration_["list_views"];
    object_.role_views = declaration_["role_views"];
    object_.deleted_fields = declaration_["deleted_fields"];
    object_.index_names();
    object_.duplicate_rules = read_duplicate_rules(object_, declaration_["duplicate_rules"], [this](const std::string& message) { refuse("duplicate_rules", message); });
    check_names();
    return std::move(object_);
}

void Reader::read_settings() {
    object_.name = declaration_.string_or("name", "");
    if (!text::is_identifier(object_.name))
        refuse("", text::quoted(object_.name) + " cannot name an object: use lower-case letters, digits and single underscores, a letter first, at most 60.");
    object_.number = declaration_.integer_or("number", 0);
    object_.label = declaration_.string_or("label", label_from_name(object_.name));
    object_.plural_label = declaration_.string_or("plural_label", object_.label + "s");
    object_.description = declaration_.string_or("description", "");
    object_.translations = declaration_["translations"];
    object_.icon = declaration_.string_or("icon", "box");
    object_.tint = declaration_.string_or("tint", "stone");
    object_.custom = declaration_.boolean_or("custom", false);
    object_.owned = declaration_.boolean_or("owned", true);
    object_.hidden = declaration_.boolean_or("hidden", false);
    object_.administrative = declaration_.boolean_or("administrative", false);
    object_.gives_access = declaration_.boolean_or("gives_access", false);
    object_.name_field = declaration_.string_or("name_field", "name");
    object_.aliases = names_in(declaration_["aliases"]);
    object_.rate_date_field = declaration_.string_or("rate_date", "");
    object_.seen_through = names_in(declaration_["seen_through"]);
    object_.private_field = declaration_.string_or("private_field", "");
    object_.record_type_field = declaration_.string_or("record_type", "");
    object_.parent_access = declaration_.string_or("parent_access", "edit") == "full" ? ParentAccess::Full : ParentAccess::Edit;
    read_grants();
    auto sharing = read_sharing(declaration_.string_or("sharing", "private"));
    if (sharing) object_.sharing = *sharing;
    else refuse("sharing", "Sharing is private, read, write or controlled_by_parent.");
}

void Reader::read_grants() {
    for (const Json& grant : items_of(declaration_["grants"]))
        object_.grants.push_back({grant.string_or("object", ""), grant.string_or("through", ""), grant.string_or("record", ""), names_in(grant["to"]), grant.string_or("access", "")});
}

void Reader::check_grants() {
    auto check = [&](const std::string& name, bool reference) {
        const Field* field = object_.find_field(name);
        if (!field || (reference && !field->is_reference())) refuse("grants", "\"" + name + "\" is no field for that.");
    };
    for (const Grant& grant : object_.grants) {
        check(grant.record, true);
        check(grant.access, false);
        for (const auto& name : grant.to) check(name, true);
        if (grant.object.empty() != grant.through.empty()) refuse("grants", "Records of another object are named with the reference that they are found through.");
    }
    const Field* type = object_.record_type_field.empty() ? nullptr : object_.find_field(object_.record_type_field);
    if (!object_.record_type_field.empty() && (!type || type->options.empty())) refuse("record_type", "The record type is one of the picklists.");
}

void Reader::read_rules() {
    for (const Json& rule : items_of(declaration_["validation_rules"])) {
        ValidationRule out{rule.string_or("name", ""), rule.string_or("formula", ""), rule.string_or("message", ""), rule.string_or("field", ""),
                           rule.boolean_or("active", true), rule["translations"]};
        if (!text::is_identifier(out.name)) refuse("validation_rules", text::quoted(out.name) + " cannot name a rule.");
        if (out.formula.empty()) refuse("validation_rules." + out.name, "A rule needs a formula that says when a record is refused.");
        if (out.message.empty()) refuse("validation_rules." + out.name, "A rule needs a message that says what to do.");
        object_.validation_rules.push_back(std::move(out));
    }
}

void Reader::read_indexes() {
    for (const Json& index : items_of(declaration_["indexes"]))
        object_.indexes.push_back({names_in(index["fields"]), index.boolean_or("unique", false)});
    for (const Json& totals : items_of(declaration_["totals"]))
        object_.totals.push_back({totals.string_or("name", ""), names_in(totals["by"]), names_in(totals["of"])});
}

/// Whether what the declaration names is there.
void Reader::check_names() {
    if (!object_.find_field(object_.name_field)) refuse("", "The name field \"" + object_.name_field + "\" does not exist.");
    if (!object_.rate_date_field.empty() && !object_.find_field(object_.rate_date_field)) refuse("rate_date", "There is no such field.");
    for (const Field& field : object_.fields)
        for (const auto& name : field.derived_from)
            if (!object_.find_field(name)) refuse(field.name, "derived_from: there is no field \"" + name + "\".");
    for (std::string& name : object_.seen_through) {
        const Field* reference = object_.find_relation(name);
        if (reference) name = reference->name;
        else refuse("seen_through", "\"" + name + "\" refers to no other record.");
    }
    if (!object_.private_field.empty() && !object_.find_field(object_.private_field)) refuse("private_field", "There is no such field.");
    check_grants();
    bool has_parent = std::any_of(object_.fields.begin(), object_.fields.end(), [](const Field& field) { return field.names_parent(); });
    if (object_.sharing == Sharing::ControlledByParent && !has_parent)
        refuse("", "An object that is controlled by its parent needs a master-detail field.");
}

}  // namespace

Object read_declaration(const Json& declaration, std::vector<Problem>& problems) { return Reader(declaration, problems).read(); }

}  // namespace rapport::metadata
