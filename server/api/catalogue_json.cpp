#include "api/catalogue_json.h"

#include <array>

#include "base/decimal.h"
#include "metadata/conversion.h"
#include "query/section_conditions.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

std::string_view sharing_name(metadata::Sharing sharing) {
    switch (sharing) {
        case metadata::Sharing::Private: return "private";
        case metadata::Sharing::Read: return "read";
        case metadata::Sharing::Write: return "write";
        case metadata::Sharing::ControlledByParent: return "controlled_by_parent";
    }
    return "private";
}

void write_strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& strings) {
    out.key(key).begin_array();
    for (const auto& string : strings) out.string(string);
    out.end_array();
}

void write_translations(JsonWriter& out, const Json& translations) {
    if (!translations.is_null()) out.key("translations").json(translations);
}

void write_options(JsonWriter& out, const metadata::Field& field) {
    out.key("options").begin_array();
    for (const auto& option : field.options) {
        out.begin_object().member("value", option.value).member("label", option.label).member("tint", option.tint).member("active", option.active);
        write_translations(out, option.translations);
        out.end_object();
    }
    out.end_array();
}

void write_limit(JsonWriter& out, std::string_view key, const std::optional<std::int64_t>& limit, int scale) {
    out.key(key);
    if (limit) out.raw(decimal::format(*limit, scale));
    else out.null();
}

/// What its values may become, and what they were.
void write_former(JsonWriter& out, const metadata::Object& object, const metadata::Field& field) {
    const bool own = field.name != object.name_field && field.custom && !field.system && field.component_of.empty() && field.base_of.empty();
    if (!own) return;
    out.key("convertible_to").begin_array();
    for (const metadata::FieldType* type : metadata::convertible_to(*field.type)) out.string(type->name());
    out.end_array();
    const Json& former = field.declaration["former"];
    if (former.is_object()) out.key("former").begin_object().member("type", former["declaration"]["type"].string()).member("changed_at", former["changed_at"].string()).end_object();
}

void write_field(JsonWriter& out, const metadata::Object& object, const metadata::Field& field, const security::Rights& rights) {
    bool editable = !field.read_only && field.formula.empty() && rights.may_edit(object, field);
    out.begin_object();
    out.member("name", field.name).member("label", field.label).member("help", field.help);
    write_translations(out, field.declaration["translations"]);
    out.member("type", field.type->name()).member("shape", shape_name(field.value_type().shape()));
    out.member("required", field.required).member("unique", field.unique).member("external_id", field.external_id);
    out.member("read_only", field.read_only).member("system", field.system).member("custom", field.custom).member("searchable", field.searchable);
    out.member("editable", editable).member("scale", field.scale).member("length", static_cast<std::int64_t>(field.length));
    write_limit(out, "minimum", field.minimum, field.scale);
    write_limit(out, "maximum", field.maximum, field.scale);
    out.member("restricted", field.restricted);
    write_options(out, field);
    out.member("default_value", field.default_value);
    out.member("relation", field.relation);
    write_strings(out, "targets", field.targets);
    out.member("child_relation", field.child_relation);
    out.member("component_of", field.component_of).member("component", field.component).member("base_of", field.base_of);
    out.member("format", field.format).member("formula", field.formula).member("result", field.result ? field.result->name() : std::string_view());
    write_strings(out, "aliases", field.aliases);
    write_former(out, object, field);
    out.end_object();
}

void write_declared(JsonWriter& out, std::string_view key, const Json& declared, const Json& otherwise) { out.key(key).json(declared.is_null() ? otherwise : declared); }

}  // namespace

std::string_view shape_name(metadata::Shape shape) {
    switch (shape) {
        case metadata::Shape::Text: return "text";
        case metadata::Shape::Code: return "code";
        case metadata::Shape::Set: return "set";
        case metadata::Shape::Boolean: return "boolean";
        case metadata::Shape::Number: return "number";
        case metadata::Shape::Real: return "real";
        case metadata::Shape::Date: return "date";
        case metadata::Shape::DateTime: return "datetime";
        case metadata::Shape::Time: return "time";
        case metadata::Shape::Reference: return "reference";
        case metadata::Shape::Opaque: return "opaque";
        case metadata::Shape::Compound: return "compound";
    }
    return "text";
}

void write_object(JsonWriter& out, const metadata::Object& object, const security::Actor& actor) {
    const security::Rights& rights = actor.rights();
    out.begin_object();
    out.member("name", object.name).member("label", object.label).member("plural_label", object.plural_label).member("description", object.description);
    write_translations(out, object.translations);
    out.member("prefix", RecordId::prefix(object.number)).member("number", object.number).member("icon", object.icon).member("tint", object.tint);
    out.member("custom", object.custom).member("owned", object.owned).member("hidden", object.hidden).member("administrative", object.administrative);
    out.member("sharing", sharing_name(object.sharing)).member("name_field", object.name_field);
    const metadata::Field* rate_date = object.find_field(object.rate_date_field);
    if (rate_date && rights.may_read(object, *rate_date)) out.member("rate_date", rate_date->name);
    write_strings(out, "aliases", object.aliases);
    out.key("rights").begin_object();
    out.member("create", rights.may(security::ObjectRight::Create, object)).member("read", rights.may(security::ObjectRight::Read, object));
    out.member("update", rights.may(security::ObjectRight::Update, object)).member("delete", rights.may(security::ObjectRight::Delete, object));
    out.end_object();
    out.key("fields").begin_array();
    for (const auto& field : object.fields)
        if (rights.may_read(object, field)) write_field(out, object, field, rights);
    out.end_array();
    out.key("children").begin_array();
    for (const auto& child : object.children)
        out.begin_object().member("name", child.name).member("object", child.object).member("field", child.field).end_object();
    out.end_array();
    write_declared(out, "layouts", query::layouts_for(object, security::visible_to(actor)), Json::Members{});
    write_declared(out, "list_views", object.list_views, Json::Array{});
    if (!object.role_views.is_null()) out.key("role_views").json(object.role_views);
    write_declared(out, "duplicate_rules", object.duplicate_rules.declared, nullptr);
    out.key("validation_rules").begin_array();
    for (const auto& rule : object.validation_rules) {
        out.begin_object().member("name", rule.name).member("formula", rule.formula).member("message", rule.message).member("field", rule.field).member("active", rule.active);
        write_translations(out, rule.translations);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

}  // namespace rapport::api
