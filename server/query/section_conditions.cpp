#include "query/section_conditions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/calendar.h"
#include "base/record_id.h"
#include "base/text.h"
#include "metadata/declared_fields.h"

namespace rapport::query {
namespace {

using metadata::Field;
using metadata::Shape;
using Names = std::vector<std::string_view>;

bool is_choice(const Field& field) { return !field.options.empty(); }

/// Texts are not compared: which are alike for people, the engines know, and browsers judge otherwise.
Names operators_of(const Field& field) {
    if (!field.formula.empty()) return {};
    const Shape shape = field.value_type().shape();
    if (shape == Shape::Boolean) return {"=", "!="};
    if (field.roll_up) return {"is_empty", "is_not_empty"};
    if (shape == Shape::Set && is_choice(field)) return {"includes", "excludes", "is_empty", "is_not_empty"};
    if (shape == Shape::Reference || is_choice(field)) return {"=", "!=", "in", "not_in", "is_empty", "is_not_empty"};
    if (shape == Shape::Number || shape == Shape::Date) return {"=", "!=", "<", "<=", ">", ">=", "is_empty", "is_not_empty"};
    if (shape == Shape::Compound) return {};
    return {"is_empty", "is_not_empty"};
}

/// What the value of a condition has to be like; empty when it is. The browser compares it as it stands here.
std::string wrong_value(const Field& field, const Json& value) {
    const Shape shape = field.value_type().shape();
    if (is_choice(field)) {
        bool known = std::any_of(field.options.begin(), field.options.end(), [&](const auto& option) { return value == Json(option.value); });
        return known ? "" : fmt::format("Compare \"{}\" with a value of its list, as it is stored.", field.name);
    }
    if (shape == Shape::Date) return value.is_string() && value.string().size() == 10 && Date::parse(value.string()) ? "" : "Compare with a day such as 2026-11-21: TODAY would be another one tomorrow.";
    if (shape == Shape::Reference) {
        auto id = value.is_string() ? RecordId::parse(value.string()) : Result<RecordId>(RecordId());
        return value == Json("me") || (id && *id && id->text() == value.string()) ? "" : "Compare with the id of a record, all 18 characters of it, or with \"me\".";
    }
    return "";
}

class ConditionCheck {
public:
    ConditionCheck(const metadata::Object& object, const std::string& where, std::vector<Problem>& problems) : object_(object), where_(where), problems_(problems) {}

    void check(const Json& condition) {
        for (std::string_view joiner : {"and", "or"})
            for (const Json& part : metadata::items_of(condition[joiner])) check(part);
        if (condition.has("not")) check(condition["not"]);
        if (condition.has("related")) return refuse("A section asks about the record itself: how many others hang on it is not known while somebody types.");
        if (condition.has("field")) compare(condition);
    }

private:
    void compare(const Json& condition) {
        const std::string path = condition.string_or("field", "");
        const Field* field = object_.find_field(path);
        if (!field || field->name != path) return refuse(fmt::format("A section asks about the own fields of {}, by their names; \"{}\" is none.", object_.plural_label, path));
        const std::string op = condition.string_or("op", "");
        const Names allowed = operators_of(*field);
        if (allowed.empty()) return refuse(fmt::format("\"{}\" is computed or made of parts: a section asks about what is typed.", field->label));
        if (std::find(allowed.begin(), allowed.end(), op) == allowed.end())
            return refuse(fmt::format("\"{}\" can be asked here by {} only.", field->label, fmt::join(allowed, ", ")));
        if (op == "is_empty" || op == "is_not_empty") return;
        const Json& value = condition["value"];
        const Json::Array values = value.is_array() ? value.array() : Json::Array{value};
        if (values.empty()) return refuse(fmt::format("Say with what \"{}\" is compared.", field->label));
        for (const Json& one : values)
            if (std::string wrong = one.is_null() ? "Use \"is_empty\" for what has no value." : wrong_value(*field, one); !wrong.empty()) return refuse(wrong);
    }

    void refuse(const std::string& message) { problems_.push_back({where_, "invalid_condition", message}); }

    const metadata::Object& object_;
    const std::string& where_;
    std::vector<Problem>& problems_;
};

Json always() { return Json::Members{{"and", Json::Array{}}}; }
Json never() { return Json::Members{{"or", Json::Array{}}}; }

/// What a comparison comes to where there is no value (decision 34).
Json of_nothing(const Json& condition) {
    const std::string op = condition.string_or("op", "");
    const bool unchecked = condition["value"] == Json(false);
    const bool holds = op == "=" ? unchecked : op == "!=" ? !unchecked : op == "is_empty" || op == "not_in" || op == "excludes";
    return holds ? always() : never();
}

Json condition_for(const Json& condition, const metadata::Object& object, const FieldVisible& visible) {
    for (const char* joiner : {"and", "or"}) {
        if (!condition.has(joiner)) continue;
        Json::Array parts;
        for (const Json& part : metadata::items_of(condition[joiner])) parts.push_back(condition_for(part, object, visible));
        return Json::Members{{joiner, std::move(parts)}};
    }
    if (condition.has("not")) return Json::Members{{"not", condition_for(condition["not"], object, visible)}};
    const Field* field = object.find_field(condition.string_or("field", ""));
    return field && visible(object, *field) ? condition : of_nothing(condition);
}

}  // namespace

void find_condition_problems(const metadata::Object& object, const std::string& where, const Json& condition, std::vector<Problem>& problems) {
    ConditionCheck(object, where, problems).check(condition);
}

Json layouts_for(const metadata::Object& object, const FieldVisible& visible) {
    Json layouts = object.layouts;
    if (!layouts.is_object()) return layouts;
    for (const auto& [name, layout] : object.layouts.members()) {
        if (!layout["sections"].is_array()) continue;
        for (Json& section : layouts.member(name).member("sections").items())
            if (!section["condition"].is_null()) section.set("condition", condition_for(section["condition"], object, visible));
    }
    return layouts;
}

}  // namespace rapport::query
