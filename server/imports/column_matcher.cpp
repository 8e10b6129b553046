#include "imports/column_matcher.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "imports/field_access.h"
#include "imports/synonyms.h"

namespace rapport::imports {
namespace {

using metadata::Field;
using metadata::Object;

/// Lower-case letters and digits: "E-mail 1 - Value" is "email1value".
std::string key_of(std::string_view name) {
    std::string key = text::fold(name);
    std::erase_if(key, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && static_cast<unsigned char>(c) < 0x80; });
    return key;
}

std::string_view without_ending(std::string_view text, std::string_view ending) {
    return text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : text;
}

class Matcher {
public:
    Matcher(const Columns& columns, const Object& object, const metadata::Catalogue& catalogue, const security::Actor& actor)
        : object_(object), catalogue_(catalogue), actor_(actor) {
        for (const std::string& name : columns.names()) keys_.insert(key_of(name));
        for (std::string_view column : foreign_columns()) foreign_ = foreign_ || keys_.contains(std::string(column));
    }

    std::optional<FieldMapping> match(std::string_view column) const;

private:
    struct Found {
        const Field* field = nullptr;
        bool by_id = false;  // the column has ids, not names
        explicit operator bool() const { return field != nullptr; }
    };

    Found find(std::string_view key) const;
    Found find_by_name(std::string_view key) const;
    const Field* find_by_label(std::string_view key) const;
    Found find_by_synonym(std::string_view key, bool only_beside) const;
    const Field* find_address_part(std::string_view key) const;
    const Field* find_relation_to(std::string_view key) const;
    Found usable(Found found) const;
    const Field* match_field(const Object& target, std::string_view name) const;
    std::optional<FieldMapping> match_path(std::string_view column, std::size_t dot) const;
    std::optional<FieldMapping> mapping_to(Found found) const;

    const Object& object_;
    const metadata::Catalogue& catalogue_;
    const security::Actor& actor_;
    std::unordered_set<std::string> keys_;
    bool foreign_ = false;  // ids in the file are another system's
};

std::optional<FieldMapping> Matcher::match(std::string_view column) const {
    if (std::size_t dot = column.rfind('.'); dot != std::string_view::npos)
        if (auto found = match_path(column, dot)) return found;
    return mapping_to(find(key_of(column)));
}

Matcher::Found Matcher::find(std::string_view key) const {
    if (Found found = find_by_synonym(key, true)) return found;
    if (Found found = find_by_name(key)) return found;
    for (const EntityWord& entity : entity_words()) {  // "Deal - Title" of an opportunity is its title
        bool own = entity.object == object_.name && key.size() > entity.word.size() && key.starts_with(entity.word);
        if (!own) continue;
        if (Found found = find_by_name(key.substr(entity.word.size()))) return found;
    }
    return {find_relation_to(key)};
}

Matcher::Found Matcher::find_by_name(std::string_view key) const {
    if (foreign_ && key == "id") key = "externalid";
    const Field* relation = object_.find_relation(key);
    const Field* field = object_.find_field(key);
    // "account" is the relation, "account_id" the field; both are the same Field, and only the second has ids.
    if (relation && (!field || field == relation) && key_of(relation->name) != key)
        if (Found found = usable({relation})) return found;
    if (Found found = usable({field, field && field->is_reference() && field->name != "id"})) return found;
    if (const Field* label = usable({find_by_label(key)}).field) return {label};
    if (Found found = find_by_synonym(key, false)) return found;
    return {find_address_part(key)};
}

const Field* Matcher::find_by_label(std::string_view key) const {
    for (const Field& field : object_.fields)
        if (key_of(field.label) == key) return &field;
    return nullptr;
}

Matcher::Found Matcher::find_by_synonym(std::string_view key, bool only_beside) const {
    for (const Synonym& synonym : synonyms()) {
        if (synonym.column != key || (!synonym.object.empty() && synonym.object != object_.name)) continue;
        bool beside = !synonym.beside.empty();
        if (beside != only_beside || (beside && !keys_.contains(std::string(synonym.beside)))) continue;
        const Field* field = object_.find_relation(synonym.field);
        if (!field) field = object_.find_field(synonym.field);
        if (Found found = usable({field})) return found;
    }
    return {};
}

/// "Mailing Zip/Postal Code", "Billing Address - City"; a bare "City" is of the object's first address.
const Field* Matcher::find_address_part(std::string_view key) const {
    for (const Field& part : object_.fields) {
        if (part.component_of.empty()) continue;
        std::string_view kind = without_ending(part.component_of, "_address");
        std::string prefix = key_of(kind);
        for (const AddressWord& word : address_words()) {
            if (word.component != part.component || !key.ends_with(word.word)) continue;
            std::string_view rest = key.substr(0, key.size() - word.word.size());
            bool fits = rest.empty() || rest == prefix || rest == prefix + "address" || rest == "address" || rest == "business";
            if (fits && may_import(object_, part, actor_)) return &part;
        }
    }
    return nullptr;
}

/// "Company name", "Organization" and "Account" in a list of contacts.
const Field* Matcher::find_relation_to(std::string_view key) const {
    for (const EntityWord& entity : entity_words()) {
        if (key != entity.word && key != std::string(entity.word) + "name") continue;
        const Field* relation = object_.find_relation(entity.object);
        if (usable({relation})) return relation;
    }
    return nullptr;
}

Matcher::Found Matcher::usable(Found found) const {
    bool is_file = found.field && found.field->type->name() == "file";  // a cell has an address or a name, but no file
    return found.field && !is_file && may_import(object_, *found.field, actor_) ? found : Found();
}

const Field* Matcher::match_field(const Object& target, std::string_view name) const {
    if (foreign_ && name == "id") name = "external_id";
    Result<const Field*> field = find_match_field(target, name, actor_);
    return field ? *field : nullptr;
}

/// "account.external_id" as our exports write it, "Account Name.id" as others do.
std::optional<FieldMapping> Matcher::match_path(std::string_view column, std::size_t dot) const {
    std::optional<FieldMapping> answer = mapping_to(find(key_of(column.substr(0, dot))));
    if (!answer || !answer->reference) return std::nullopt;
    answer->reference->match = match_field(*answer->reference->target, text::lower(text::trim(column.substr(dot + 1))));
    if (!answer->reference->match) return std::nullopt;
    return answer;
}

std::optional<FieldMapping> Matcher::mapping_to(Found found) const {
    if (!found) return std::nullopt;
    FieldMapping answer;
    answer.field = found.field;
    if (!found.field->is_reference() || found.field->name == "id") return answer;
    if (found.field->targets.size() != 1) return std::nullopt;  // an import has to say which object is meant
    ReferenceRule rule;
    rule.target = catalogue_.find(found.field->targets.front());
    if (!rule.target) return std::nullopt;
    if (found.by_id) rule.match = match_field(*rule.target, "id");
    answer.reference = std::move(rule);
    return answer;
}

}  // namespace

void match_columns(const Columns& columns, const Object& object, const metadata::Catalogue& catalogue, const security::Actor& actor,
                   std::set<std::size_t>& used, std::vector<FieldMapping>& fields) {
    Matcher matcher(columns, object, catalogue, actor);
    for (std::size_t i = 0; i < columns.data_columns(); ++i) {
        if (used.contains(i)) continue;
        std::optional<FieldMapping> mapping = matcher.match(columns.names()[i]);
        if (!mapping) continue;
        bool taken = std::any_of(fields.begin(), fields.end(), [&](const FieldMapping& other) { return other.field == mapping->field; });
        if (taken) continue;
        mapping->source.text = TextTemplate::column(i);
        fields.push_back(*std::move(mapping));
        used.insert(i);
    }
}

}  // namespace rapport::imports
