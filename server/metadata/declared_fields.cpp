#include "metadata/declared_fields.h"

#include <algorithm>

#include "base/text.h"
#include "metadata/names.h"

namespace rapport::metadata {
namespace {

constexpr std::string_view id_field = R"([{"name": "id", "type": "id", "label": "Id"}])";
constexpr std::string_view owner_field = R"([
    {"name": "owner", "type": "lookup", "to": "user", "label": "Owner", "default": "$user", "required": true, "read_only": false}])";
constexpr std::string_view currency_field = R"([
    {"name": "currency_code", "type": "picklist", "label": "Currency", "restricted": false, "aliases": ["CurrencyIsoCode"], "read_only": false}])";
constexpr std::string_view stamp_fields = R"([
    {"name": "created_at", "type": "datetime", "label": "Created", "aliases": ["CreatedDate"]},
    {"name": "created_by", "type": "lookup", "to": "user", "label": "Created by"},
    {"name": "updated_at", "type": "datetime", "label": "Changed", "aliases": ["LastModifiedDate", "SystemModstamp"]},
    {"name": "updated_by", "type": "lookup", "to": "user", "label": "Changed by", "aliases": ["LastModifiedBy", "LastModifiedById"]},
    {"name": "deleted_at", "type": "datetime", "label": "Deleted"},
    {"name": "version", "type": "integer", "label": "Version"}])";

/// Declared by every object that people work with; an administrator's own field of that name, of another type, stands before it.
constexpr std::string_view tags_name = "tags";
constexpr std::string_view tags_field = R"({"name": "tags", "type": "tags", "label": "Tags", "searchable": true})";

bool is_named(const Json& declaration, std::string_view name) { return normalized_spelling(declaration.string_or("name", "")) == name; }

/// The declaration of the object's tags, with what administrators have made of it; null where it has none.
Json tags_of(const Object& object, const Json& declaration) {
    if (!declaration.boolean_or("tagged", object.owned && !object.administrative)) return {};
    Json tags = Json::parse(tags_field);
    for (const Json& declared : items_of(declaration["fields"])) {
        if (!is_named(declared, tags_name)) continue;
        if (declared.has("type")) return {};
        for (const auto& [key, value] : declared.members()) tags.set(key, value);
    }
    return tags;
}

class FieldReader {
public:
    FieldReader(Object& object, const Refuse& refuse) : object_(object), refuse_(refuse) {}

    enum class Origin { System, Standard, Declared, Part };

    void add_all(const Json& declarations, Origin origin) {
        for (const Json& declaration : items_of(declarations)) add(declaration, origin);
    }
    void add(const Json& declaration, Origin origin);

private:
    const FieldType* type_of(const Json& declaration, Origin origin);
    Field common_settings(const Json& declaration, Origin origin, const FieldType& type);
    bool keep(Field field, const std::string& declared, const std::string& wherefore = "");
    void add_components(const Field& compound);
    void add_base(const Field& currency);

    Object& object_;
    const Refuse& refuse_;
};

void FieldReader::add(const Json& declaration, Origin origin) {
    std::string declared = declaration.string_or("name", "");
    if (auto problem = problem_with_name(declared)) return refuse_(declared, *problem);
    const FieldType* type = type_of(declaration, origin);
    if (!type) return;
    Field field = common_settings(declaration, origin, *type);
    // What concerns its type alone: targets, scale, options, formula.
    if (auto configured = type->configure(field, declaration); !configured) return refuse_(declared, configured.error().message);
    if (!keep(field, declared)) return;
    if (auto alias = declaration.string_or("name_alias", ""); !alias.empty()) object_.path_aliases.push_back({alias, {field.relation, "name"}});
    if (type->shape() == Shape::Compound) add_components(field);
    if (type->name() == "currency") add_base(field);
}

const FieldType* FieldReader::type_of(const Json& declaration, Origin origin) {
    std::string wanted = declaration.string_or("type", "");
    const FieldType* type = find_field_type(wanted);
    bool offered = std::find(field_types().begin(), field_types().end(), type) != field_types().end();
    // The others are for the system's own columns.
    if (type && (offered || origin != Origin::Declared)) return type;
    std::vector<std::string_view> names;
    for (const FieldType* candidate : field_types()) names.push_back(candidate->name());
    auto near = text::nearest(wanted, names);
    refuse_(declaration["name"].string(), text::quoted(wanted) + " is not a field type" + (near.empty() ? "." : "; did you mean \"" + std::string(near) + "\"?"));
    return nullptr;
}

Field FieldReader::common_settings(const Json& declaration, Origin origin, const FieldType& type) {
    bool system = origin == Origin::System;
    Field field;
    field.name = declaration["name"].string();
    field.type = &type;
    field.declaration = declaration;
    field.system = system;
    field.read_only = declaration.boolean_or("read_only", system);
    field.label = declaration.string_or("label", label_from_name(field.name));
    field.help = declaration.string_or("help", "");
    field.required = declaration.boolean_or("required", false);
    field.unique = declaration.boolean_or("unique", false);
    field.external_id = declaration.boolean_or("external_id", false);
    field.custom = declaration.boolean_or("custom", false) || (object_.custom && origin != Origin::System && origin != Origin::Standard);
    field.searchable = declaration.boolean_or("searchable", false);
    field.aliases = names_in(declaration["aliases"]);
    field.derived_from = names_in(declaration["derived_from"]);
    field.default_value = declaration["default"];
    return field;
}

/// Answers false when its name is taken.
bool FieldReader::keep(Field field, const std::string& declared, const std::string& wherefore) {
    auto same = [&](const Field& other) { return normalized_spelling(other.name) == normalized_spelling(field.name); };
    auto taken = std::find_if(object_.fields.begin(), object_.fields.end(), same);
    if (taken != object_.fields.end()) {
        refuse_(declared, wherefore + why_taken(*taken));
        return false;
    }
    field.index = static_cast<int>(object_.fields.size());
    object_.fields.push_back(std::move(field));
    return true;
}

void FieldReader::add_components(const Field& compound) {
    for (const Component& component : compound.type->components()) {
        Json declaration = component.declaration;
        declaration.set("name", compound.name + "_" + component.name);
        declaration.set("type", component.type->name());
        declaration.set("label", compound.label + ": " + component.label);
        declaration.set("read_only", compound.read_only);
        declaration.set("searchable", compound.searchable && component.name == "city");
        std::size_t before = object_.fields.size();
        add(declaration, Origin::Part);
        if (object_.fields.size() == before) continue;
        object_.fields.back().component_of = compound.name;
        object_.fields.back().component = component.name;
    }
}

/// Totals over several currencies are sums of this.
void FieldReader::add_base(const Field& currency) {
    Field base;
    base.name = currency.name + "_base";
    base.label = currency.label + " (base)";
    base.type = currency.type;
    base.declaration = Json::Members{{"name", base.name}, {"type", "currency"}, {"label", base.label}, {"read_only", true}, {"scale", static_cast<std::int64_t>(currency.scale)}};
    base.read_only = true;
    base.scale = currency.scale;
    base.base_of = currency.name;
    keep(std::move(base), currency.name, "An amount has its value in the organization's currency beside it. ");
}

}  // namespace

void read_fields(Object& object, const Json& declaration, const Refuse& refuse) {
    const Json& declared = declaration["fields"];
    if (!declared.is_null() && !declared.is_array()) refuse("fields", "The fields are an array.");
    FieldReader reader(object, refuse);
    using enum FieldReader::Origin;
    reader.add_all(Json::parse(id_field), System);
    if (object.owned) reader.add_all(Json::parse(owner_field), System);
    const Json tags = tags_of(object, declaration);
    for (const Json& field : items_of(declared))
        if (tags.is_null() || !is_named(field, tags_name)) reader.add(field, Declared);
    if (!tags.is_null()) reader.add(tags, Standard);
    bool has_amounts = std::any_of(object.fields.begin(), object.fields.end(), [](const Field& field) { return field.type->name() == "currency"; });
    if (has_amounts) reader.add_all(Json::parse(currency_field), System);
    reader.add_all(Json::parse(stamp_fields), System);
}

std::vector<std::string> names_in(const Json& value) {
    std::vector<std::string> out;
    if (value.is_string()) out.push_back(value.string());
    for (const Json& item : items_of(value)) out.push_back(item.string());
    return out;
}

const Json::Array& items_of(const Json& value) {
    static const Json::Array none;
    return value.is_array() ? value.array() : none;
}

}  // namespace rapport::metadata
