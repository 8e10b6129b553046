#include "metadata/declaration.h"

#include <optional>
#include <set>
#include <string_view>

#include "base/decimal.h"
#include "base/text.h"

namespace rapport::metadata {
namespace {

constexpr std::size_t longest_label = 120;

/// Columns that one of the engines has in every table already.
const std::set<std::string_view> engine_columns{"cmax", "cmin", "ctid", "oid", "rowid", "tableoid", "xmax", "xmin"};

/// Reads one object's declaration; keeps where it is for messages.
class Reader {
public:
    Reader(const Json& declaration, std::vector<Problem>& problems) : declaration_(declaration), problems_(problems) {}

    Object read();

private:
    void read_settings();
    void add_leading_fields();
    void add_declared_fields();
    void add_trailing_fields();
    void add_field(const Json& declaration, bool system);
    void read_reference(Field& field, const Json& declaration);
    void read_roll_up(Field& field, const Json& declaration);
    void read_limits(Field& field, const Json& declaration);
    void add_components(const Field& compound);
    void add_base(const Field& currency);
    void read_rules();
    void read_indexes();

    void refuse(const std::string& where, const std::string& message) {
        problems_.push_back({where.empty() ? object_.name : object_.name + "." + where, "invalid_declaration", message});
    }

    const Json& declaration_;
    std::vector<Problem>& problems_;
    Object object_;
};

Sharing read_sharing(const std::string& text, bool& known) {
    known = true;
    if (text == "private") return Sharing::Private;
    if (text == "read") return Sharing::Read;
    if (text == "write") return Sharing::Write;
    if (text == "controlled_by_parent") return Sharing::ControlledByParent;
    known = false;
    return Sharing::Private;
}

std::vector<std::string> strings(const Json& value) {
    std::vector<std::string> out;
    if (value.is_string()) out.push_back(value.string());
    if (value.is_array())
        for (const Json& item : value.array()) out.push_back(item.string());
    return out;
}

Json field_json(std::string_view name, std::string_view type, std::string_view label) {
    return Json::Members{{"name", name}, {"type", type}, {"label", label}};
}

Object Reader::read() {
    read_settings();
    add_leading_fields();
    add_declared_fields();
    add_trailing_fields();
    read_rules();
    read_indexes();
    object_.layouts = declaration_["layouts"];
    object_.list_views = declaration_["list_views"];
    object_.index_names();
    if (!object_.find_field(object_.name_field)) refuse("", "The name field \"" + object_.name_field + "\" does not exist.");
    if (!object_.rate_date_field.empty() && !object_.find_field(object_.rate_date_field)) refuse("rate_date", "There is no such field.");
    for (const Field& field : object_.fields)
        for (const auto& name : field.derived_from)
            if (!object_.find_field(name)) refuse(field.name, "derived_from: there is no field \"" + name + "\".");
    for (const auto& rule : object_.duplicate_rules)
        for (const auto& name : rule)
            if (!object_.find_field(name)) refuse("duplicate_rules", "There is no field \"" + name + "\".");
    for (std::string& name : object_.seen_through) {
        const Field* reference = object_.find_relation(name);
        if (reference) name = reference->name;
        else refuse("seen_through", "\"" + name + "\" refers to no other record.");
    }
    if (!object_.private_field.empty() && !object_.find_field(object_.private_field)) refuse("private_field", "There is no such field.");
    bool has_parent = std::any_of(object_.fields.begin(), object_.fields.end(), [](const Field& field) { return field.names_parent(); });
    if (object_.sharing == Sharing::ControlledByParent && !has_parent)
        refuse("", "An object that is controlled by its parent needs a master-detail field.");
    return std::move(object_);
}

void Reader::read_settings() {
    object_.name = declaration_.string_or("name", "");
    if (!text::is_identifier(object_.name))
        refuse("", "\"" + object_.name + "\" cannot name an object: use lower-case letters, digits and single underscores, a letter first.");
    object_.number = declaration_.integer_or("number", 0);
    object_.label = declaration_.string_or("label", label_from_name(object_.name));
    object_.plural_label = declaration_.string_or("plural_label", object_.label + "s");
    if (object_.label.empty() || text::length(object_.label) > longest_label) refuse("label", "A label has 1 to 120 characters.");
    object_.description = declaration_.string_or("description", "");
    object_.icon = declaration_.string_or("icon", "box");
    object_.tint = declaration_.string_or("tint", "stone");
    object_.custom = declaration_.boolean_or("custom", false);
    object_.owned = declaration_.boolean_or("owned", true);
    object_.hidden = declaration_.boolean_or("hidden", false);
    object_.administrative = declaration_.boolean_or("administrative", false);
    object_.name_field = declaration_.string_or("name_field", "name");
    object_.aliases = strings(declaration_["aliases"]);
    object_.rate_date_field = declaration_.string_or("rate_date", "");
    object_.seen_through = strings(declaration_["seen_through"]);
    object_.private_field = declaration_.string_or("private_field", "");
    for (const Json& rule : declaration_["duplicate_rules"].is_array() ? declaration_["duplicate_rules"].array() : Json::Array{})
        object_.duplicate_rules.push_back(strings(rule));
    bool known = false;
    object_.sharing = read_sharing(declaration_.string_or("sharing", "private"), known);
    if (!known) refuse("sharing", "Sharing is private, read, write or controlled_by_parent.");
}

void Reader::add_leading_fields() {
    add_field(field_json("id", "id", "Id"), true);
    if (!object_.owned) return;
    Json owner = field_json("owner", "lookup", "Owner");
    owner.set("to", "user");
    owner.set("default", "$user");
    owner.set("required", true);
    add_field(owner, true);
    object_.fields.back().read_only = false;
}

void Reader::add_declared_fields() {
    for (const Json& field : declaration_["fields"].is_array() ? declaration_["fields"].array() : Json::Array{}) add_field(field, false);
    if (!declaration_["fields"].is_null() && !declaration_["fields"].is_array()) refuse("fields", "The fields are an array.");
}

void Reader::add_trailing_fields() {
    bool has_currency = false;
    for (const Field& field : object_.fields) has_currency = has_currency || field.type->name() == "currency";
    if (has_currency) {
        Json code = field_json("currency_code", "picklist", "Currency");
        code.set("restricted", false);
        code.set("aliases", Json::Array{"CurrencyIsoCode"});
        add_field(code, true);
        object_.fields.back().read_only = false;
    }
    auto moment = [&](std::string_view name, std::string_view label, Json::Array aliases) {
        Json field = field_json(name, "datetime", label);
        field.set("aliases", std::move(aliases));
        add_field(field, true);
    };
    auto person = [&](std::string_view name, std::string_view label, Json::Array aliases) {
        Json field = field_json(name, "lookup", label);
        field.set("to", "user");
        field.set("aliases", std::move(aliases));
        add_field(field, true);
    };
    moment("created_at", "Created", {"CreatedDate"});
    person("created_by", "Created by", {});
    moment("updated_at", "Changed", {"LastModifiedDate", "SystemModstamp"});
    person("updated_by", "Changed by", {"LastModifiedBy", "LastModifiedById"});
    moment("deleted_at", "Deleted", {});
    add_field(field_json("version", "integer", "Version"), true);
}

void Reader::add_field(const Json& declaration, bool system) {
    std::string declared = declaration.string_or("name", "");
    if (!text::is_identifier(declared)) {
        refuse(declared, "\"" + declared + "\" cannot name a field: use lower-case letters, digits and single underscores, a letter first.");
        return;
    }
    if (engine_columns.contains(declared)) {
        refuse(declared, "\"" + declared + "\" belongs to the database: choose another name.");
        return;
    }
    Field field;
    field.name = declared;
    std::string type = declaration.string_or("type", "");
    field.type = find_field_type(type);
    if (!field.type) {
        std::vector<std::string_view> names;
        for (const FieldType* candidate : field_types()) names.push_back(candidate->name());
        auto near = text::nearest(type, names);
        refuse(declared, "\"" + type + "\" is not a field type" + (near.empty() ? "." : "; did you mean \"" + std::string(near) + "\"?"));
        return;
    }
    field.declaration = declaration;
    field.system = system;
    field.read_only = declaration.boolean_or("read_only", system);
    field.label = declaration.string_or("label", label_from_name(declared));
    if (field.label.empty() || text::length(field.label) > longest_label) refuse(declared, "A label has 1 to 120 characters.");
    field.help = declaration.string_or("help", "");
    field.required = declaration.boolean_or("required", false);
    field.unique = declaration.boolean_or("unique", false);
    field.external_id = declaration.boolean_or("external_id", false);
    field.custom = declaration.boolean_or("custom", false) || (object_.custom && !system);
    field.searchable = declaration.boolean_or("searchable", false);
    field.aliases = strings(declaration["aliases"]);
    field.derived_from = strings(declaration["derived_from"]);
    field.default_value = declaration["default"];
    if (field.is_reference() && type != "id") read_reference(field, declaration);
    read_roll_up(field, declaration);
    if (auto configured = field.type->configure(field, declaration); !configured) {
        refuse(declared, configured.error().message);
        return;
    }
    read_limits(field, declaration);
    for (const Field& other : object_.fields) {
        if (normalized_spelling(other.name) != normalized_spelling(field.name)) continue;
        refuse(declared, "There is a field \"" + other.name + "\" already.");
        return;
    }
    field.index = static_cast<int>(object_.fields.size());
    object_.fields.push_back(field);
    if (field.type->shape() == Shape::Compound) add_components(field);
    if (type == "currency" && field.formula.empty()) add_base(field);
}

void Reader::read_reference(Field& field, const Json& declaration) {
    field.relation = field.name;
    field.name += "_id";
    if (field.targets.empty()) field.targets = strings(declaration["to"]);
    field.child_relation = declaration.string_or("children", "");
    if (auto alias = declaration.string_or("name_alias", ""); !alias.empty()) object_.path_aliases.push_back({alias, {field.relation, "name"}});
    std::string on_delete = declaration.string_or("on_delete", field.type->name() == "master_detail" ? "cascade" : "keep");
    if (on_delete == "cascade") field.on_delete = OnDelete::Cascade;
    else if (on_delete == "restrict") field.on_delete = OnDelete::Restrict;
    else if (on_delete != "keep") refuse(field.relation, "on_delete is keep, cascade or restrict.");
    if (field.type->name() == "master_detail") field.required = true;
}

void Reader::read_roll_up(Field& field, const Json& declaration) {
    const Json& summary = declaration["summary"];
    if (summary.is_null()) return;
    field.roll_up = RollUp{summary.string_or("function", "count"), summary.string_or("child", ""), summary.string_or("relation", ""),
                           summary.string_or("field", ""), summary["filter"]};
    field.read_only = true;
}

/// The limits are in units of the field's scale, which configure() has set by now.
void Reader::read_limits(Field& field, const Json& declaration) {
    auto limit = [&](const char* name) -> std::optional<std::int64_t> {
        const Json& value = declaration[name];
        if (value.is_null() || field.type->shape() != Shape::Number) return std::nullopt;
        auto units = decimal::parse(value.is_number() ? value.digits() : value.string(), field.scale);
        if (units) return *units;
        refuse(field.name, std::string(name) + ": " + units.error().message);
        return std::nullopt;
    };
    if (auto minimum = limit("minimum")) field.minimum = minimum;
    if (auto maximum = limit("maximum")) field.maximum = maximum;
}

void Reader::add_components(const Field& compound) {
    std::string name = compound.name;
    std::string label = compound.label;
    bool searchable = compound.searchable;
    bool read_only = compound.read_only;
    for (const auto& component : compound.type->components()) {
        Json declaration = field_json(name + "_" + component.name, component.type->name(), label + ": " + component.label);
        if (component.declaration.is_object())
            for (const auto& [setting, value] : component.declaration.members()) declaration.set(setting, value);
        declaration.set("read_only", read_only);
        declaration.set("searchable", searchable && component.name == "city");
        std::size_t before = object_.fields.size();
        add_field(declaration, false);
        if (object_.fields.size() == before) continue;
        object_.fields.back().component_of = name;
        object_.fields.back().component = component.name;
    }
}

void Reader::add_base(const Field& currency) {
    std::string of = currency.name;
    Json declaration = field_json(of + "_base", "currency", currency.label + " (base)");
    declaration.set("read_only", true);
    declaration.set("scale", static_cast<std::int64_t>(currency.scale));
    Field field;
    field.name = of + "_base";
    field.label = currency.label + " (base)";
    field.type = currency.type;
    field.declaration = declaration;
    field.read_only = true;
    field.scale = currency.scale;
    field.base_of = of;
    field.index = static_cast<int>(object_.fields.size());
    object_.fields.push_back(field);
}

void Reader::read_rules() {
    for (const Json& rule : declaration_["validation_rules"].is_array() ? declaration_["validation_rules"].array() : Json::Array{}) {
        ValidationRule out{rule.string_or("name", ""), rule.string_or("formula", ""), rule.string_or("message", ""), rule.string_or("field", ""),
                           rule.boolean_or("active", true)};
        if (!text::is_identifier(out.name)) refuse("validation_rules", "\"" + out.name + "\" cannot name a rule.");
        if (out.formula.empty()) refuse("validation_rules." + out.name, "A rule needs a formula that says when a record is refused.");
        if (out.message.empty()) refuse("validation_rules." + out.name, "A rule needs a message that says what to do.");
        object_.validation_rules.push_back(std::move(out));
    }
}

void Reader::read_indexes() {
    for (const Json& index : declaration_["indexes"].is_array() ? declaration_["indexes"].array() : Json::Array{})
        object_.indexes.push_back({strings(index["fields"]), index.boolean_or("unique", false)});
}

}  // namespace

std::string label_from_name(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c == '_') c = ' ';
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

Object read_declaration(const Json& declaration, std::vector<Problem>& problems) { return Reader(declaration, problems).read(); }

}  // namespace rapport::metadata
