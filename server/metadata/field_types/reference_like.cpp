#include "metadata/field_types/reference_like.h"

#include <fmt/format.h>

#include "base/record_id.h"
#include "base/text.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view id_ending = "_id";

OnDelete on_delete_of(Settings& settings, OnDelete fallback) {
    std::string word = settings.text("on_delete");
    if (word == "keep") return OnDelete::Keep;
    if (word == "cascade") return OnDelete::Cascade;
    if (word == "restrict") return OnDelete::Restrict;
    if (!word.empty()) settings.refuse("on_delete", "must be \"keep\", \"cascade\" or \"restrict\"");
    return fallback;
}

}  // namespace

void name_relation(Field& field) {
    field.relation = field.name;
    if (field.relation.ends_with(id_ending)) field.relation.resize(field.relation.size() - id_ending.size());
    field.name = field.relation + std::string(id_ending);
}

Result<Value> ReferenceLike::read(const Json& value, const Field& field) const {
    if (!value.is_string()) return wrong_type(field, value, "the id of a record");
    if (value.string().empty()) return Value();
    return parse(value.string(), field);
}

Result<Value> ReferenceLike::parse(std::string_view text, const Field& field) const {
    auto id = RecordId::parse(text);
    if (!id) return refuse(field, "invalid_id", quoted(text) + " is not a record id: an id has 18 letters and digits.");
    return Value(id->number());
}

void ReferenceLike::write(JsonWriter& out, const Cell& stored, const Field&) const {
    if (stored.is_null()) {
        out.null();
        return;
    }
    constexpr std::size_t id_length = 18;
    char quoted_id[id_length + 2];
    quoted_id[0] = quoted_id[id_length + 1] = '"';
    RecordId(stored.integer()).write(quoted_id + 1);
    out.raw(std::string_view(quoted_id, sizeof quoted_id));
}

std::string ReferenceLike::text(const Cell& stored, const Field&) const {
    return stored.is_null() ? std::string() : RecordId(stored.integer()).text();
}

Result<void> Relation::configure(Field& field, const Json& declaration) const {
    Settings settings(field, declaration);
    field.targets = settings.names("to");
    if (targets_ == Targets::One && field.targets.size() != 1) settings.refuse("to", "must name the one object that it refers to");
    for (const std::string& target : field.targets)
        if (!text::is_identifier(target)) settings.refuse("to", fmt::format("names {}, which cannot be an object", quoted(target)));
    field.child_relation = settings.text("children");
    if (!field.child_relation.empty() && !text::is_identifier(field.child_relation))
        settings.refuse("children", "must be a name in small letters, such as \"opportunities\"");
    field.on_delete = on_delete_of(settings, on_delete_);
    if (auto result = settings.result(); !result) return result;
    name_relation(field);
    return {};
}

}  // namespace rapport::metadata::types
