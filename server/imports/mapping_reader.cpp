#include "imports/mapping_reader.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "imports/column_matcher.h"
#include "imports/field_access.h"

namespace rapport::imports {
namespace {

using metadata::Field;
using metadata::Object;

constexpr int max_depth = 4;

/// A scalar of the JSON as the text that a cell would have.
std::string text_of(const Json& value) {
    if (value.is_string()) return value.string();
    return value.is_null() ? std::string() : value.text();
}

bool is_scalar(const Json& value) { return !value.is_array() && !value.is_object(); }

/// Reads the JSON; collects all that is wrong before it gives up.
class Reader {
public:
    Reader(const Columns& columns, const metadata::Catalogue& catalogue, const security::Actor& actor)
        : columns_(columns), catalogue_(catalogue), actor_(actor) {}

    std::vector<FieldMapping> read_fields(const Json& fields, const Object& object, const std::string& place, int depth);
    void check_members(const Json& json, std::initializer_list<std::string_view> known, const std::string& place);
    Mode read_mode(const Json& mapping, bool matches);
    Duplicates read_duplicates(const Json& mapping);
    void refuse(const std::string& place, std::string code, std::string message) { problems_.push_back({place, std::move(code), std::move(message)}); }
    void throw_problems() const;

private:
    std::optional<FieldMapping> read_field(const std::string& name, const Json& json, const Object& object, const std::string& place, int depth);
    Source read_source(const Json& json, const std::string& place);
    TextTemplate read_text(const Json& json, const std::string& place);
    std::optional<ReferenceRule> read_reference(const Field& field, const Json& json, const std::string& place, int depth);
    const Object* read_target(const Field& field, const Json& json, const std::string& place);

    const Columns& columns_;
    const metadata::Catalogue& catalogue_;
    const security::Actor& actor_;
    std::vector<Problem> problems_;
};

std::vector<FieldMapping> Reader::read_fields(const Json& fields, const Object& object, const std::string& place, int depth) {
    std::vector<FieldMapping> answer;
    if (fields.is_null()) return answer;
    if (!fields.is_object() || depth > max_depth) {
        refuse(place, "wrong_type", depth > max_depth ? "Records that create records that create records: at most " + std::to_string(max_depth) + " deep."
                                                      : std::string("The fields are an object: {\"name\": {\"column\": \"account\"}}."));
        return answer;
    }
    for (const auto& [name, json] : fields.members()) {
        std::string here = place + "." + name;
        std::optional<FieldMapping> mapping = read_field(name, json, object, here, depth);
        if (!mapping) continue;
        bool twice = std::any_of(answer.begin(), answer.end(), [&](const FieldMapping& other) { return other.field == mapping->field; });
        if (twice) refuse(here, "field_twice", mapping->field->label + " is mapped twice: keep one of the two.");
        else answer.push_back(*std::move(mapping));
    }
    return answer;
}

std::optional<FieldMapping> Reader::read_field(const std::string& name, const Json& json, const Object& object, const std::string& place, int depth) {
    Result<const Field*> field = find_writable_field(object, name, actor_);
    if (!field) {
        refuse(place, field.error().code, field.error().message);
        return std::nullopt;
    }
    FieldMapping answer;
    answer.field = *field;
    if (json.is_string()) {  // "name": "account" is short for "name": {"column": "account"}
        answer.source = read_source(Json::Members{{"column", json}}, place);
    } else if (json.is_object()) {
        check_members(json, {"column", "template", "constant", "values", "default", "clear", "match", "object", "filter", "create_missing", "otherwise", "with"}, place);
        answer.source = read_source(json, place);
    } else {
        refuse(place, "wrong_type", "A field is mapped by the name of a column or by an object such as {\"column\": \"account\"}.");
        return std::nullopt;
    }
    const Json& clear = json["clear"];
    if (!clear.is_null() && !clear.is_bool()) refuse(place + ".clear", "wrong_type", "It is true or false: whether an empty cell empties the field.");
    if (clear.is_bool() && clear.boolean()) answer.when_empty = WhenEmpty::Clear;
    if ((*field)->is_reference() && (*field)->name != "id") {
        answer.reference = read_reference(**field, json, place, depth);
        if (!answer.reference) return std::nullopt;
    } else {
        for (std::string_view only : {"match", "object", "filter", "create_missing", "otherwise", "with"})
            if (json.has(only)) refuse(place, "no_reference", (*field)->label + " refers to no record, so \"" + std::string(only) + "\" has no meaning here.");
    }
    return answer;
}

Source Reader::read_source(const Json& json, const std::string& place) {
    Source answer;
    answer.text = read_text(json, place);
    const Json& fallback = json["default"];
    if (is_scalar(fallback)) answer.fallback = text_of(fallback);
    else refuse(place + ".default", "wrong_type", "The default is text, a number, true or false.");
    const Json& values = json["values"];
    if (values.is_null()) return answer;
    if (!values.is_object()) {
        refuse(place + ".values", "wrong_type", "Values are translated by an object: {\"GTXPro\": \"GTX Pro\"}.");
        return answer;
    }
    for (const auto& [from, to] : values.members()) {
        if (is_scalar(to)) answer.values[text::fold(text::trim(from))] = text_of(to);
        else refuse(place + ".values." + from, "wrong_type", "A value is translated into text, a number, true, false or null.");
    }
    return answer;
}

TextTemplate Reader::read_text(const Json& json, const std::string& place) {
    auto empty = TextTemplate::constant({});
    int sources = json.has("column") + json.has("template") + json.has("constant");
    if (sources != 1) {
        refuse(place, sources == 0 ? "required" : "too_many_sources", "A value comes from one of \"column\", \"template\" and \"constant\".");
        return empty;
    }
    if (json.has("constant")) {
        if (is_scalar(json["constant"])) return TextTemplate::constant(text_of(json["constant"]));
        refuse(place + ".constant", "wrong_type", "A constant is text, a number, true or false.");
        return empty;
    }
    std::string member = json.has("column") ? "column" : "template";
    if (!json[member].is_string()) {
        refuse(place + "." + member, "wrong_type", "A " + member + " is text.");
        return empty;
    }
    const std::string& text = json[member].string();
    Result<TextTemplate> answer = member == "template" ? TextTemplate::parse(text, columns_) : columns_.require(text).map(&TextTemplate::column);
    if (answer) return *std::move(answer);
    refuse(place + "." + member, answer.error().code, answer.error().message);
    return empty;
}

std::optional<ReferenceRule> Reader::read_reference(const Field& field, const Json& json, const std::string& place, int depth) {
    ReferenceRule rule;
    rule.target = read_target(field, json, place);
    if (!rule.target) return std::nullopt;
    if (json.has("match")) {
        Result<const Field*> match = find_match_field(*rule.target, json["match"].is_string() ? json["match"].string() : json["match"].text(), actor_);
        if (match) rule.match = *match;
        else refuse(place + ".match", match.error().code, match.error().message);
    }
    rule.filter = json["filter"];
    if (!rule.filter.is_null() && !rule.filter.is_object())
        refuse(place + ".filter", "wrong_type", "A filter is an object: {\"field\": \"active\", \"op\": \"=\", \"value\": true}.");
    const Json& create = json["create_missing"];
    if (!create.is_null() && !create.is_bool()) refuse(place + ".create_missing", "wrong_type", "It is true or false.");
    rule.create_missing = create.is_bool() && create.boolean();
    if (rule.create_missing && rule.match && rule.match->name == "id")
        refuse(place + ".create_missing", "invalid_match", "A record cannot be created from its id: match by another field.");
    if (!is_scalar(json["otherwise"])) refuse(place + ".otherwise", "wrong_type", "It is text that names a record, such as an e-mail address.");
    else rule.otherwise = text_of(json["otherwise"]);
    if (rule.create_missing && !rule.otherwise.empty())
        refuse(place + ".otherwise", "never_used", "With \"create_missing\" no record is missing, so nothing takes its place: keep one of the two.");
    if (json.has("with") && !rule.create_missing) refuse(place + ".with", "not_created", "\"with\" completes records that \"create_missing\" makes.");
    rule.with = read_fields(json["with"], *rule.target, place + ".with", depth + 1);
    return rule;
}

const Object* Reader::read_target(const Field& field, const Json& json, const std::string& place) {
    auto allowed = [&](const Object& object) {
        return field.targets.empty() || std::find(field.targets.begin(), field.targets.end(), object.name) != field.targets.end();
    };
    const Json& named = json["object"];
    const Object* target = nullptr;
    if (named.is_string()) target = catalogue_.find(named.string());
    else if (field.targets.size() == 1) target = catalogue_.find(field.targets.front());
    if (target && allowed(*target)) return target;
    refuse(place + ".object", "unknown_object",
           field.label + (named.is_null() ? " can refer to several objects: say which with \"object\"."
                                          : " cannot refer to a record of \"" + text_of(named) + "\"."));
    return nullptr;
}

void Reader::check_members(const Json& json, std::initializer_list<std::string_view> known, const std::string& place) {
    for (const auto& [name, value] : json.members()) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        std::string_view near = text::nearest(name, known);
        refuse(place.empty() ? name : place + "." + name, "unknown_setting",
               "There is no setting \"" + name + "\"" + (near.empty() ? std::string(".") : "; did you mean \"" + std::string(near) + "\"?"));
    }
}

Mode Reader::read_mode(const Json& mapping, bool matches) {
    const Json& mode = mapping["mode"];
    if (mode.is_null()) return matches ? Mode::Upsert : Mode::Create;
    std::string name = text_of(mode);
    if (name == "create") return Mode::Create;
    if (name != "update" && name != "upsert") refuse("mode", "unknown_mode", "A mode is \"create\", \"update\" or \"upsert\", not \"" + name + "\".");
    else if (!matches) refuse("match", "required", "To " + name + " records, say with \"match\" which field names them, such as \"external_id\".");
    return name == "update" ? Mode::Update : Mode::Upsert;
}

Duplicates Reader::read_duplicates(const Json& mapping) {
    std::string name = mapping["duplicates"].is_null() ? "report" : text_of(mapping["duplicates"]);
    if (name == "create") return Duplicates::Create;
    if (name == "skip") return Duplicates::Skip;
    if (name != "report") refuse("duplicates", "unknown_setting", "Rows that look like a record that is there are to \"report\", to \"create\" or to \"skip\".");
    return Duplicates::Report;
}

void Reader::throw_problems() const {
    if (problems_.empty()) return;
    std::string message = problems_.size() == 1 ? problems_.front().message : "The mapping has " + std::to_string(problems_.size()) + " mistakes; the first: " + problems_.front().message;
    throw Failure(FailureKind::Invalid, "invalid_mapping", message, problems_);
}

void note_sources(const std::vector<FieldMapping>& fields, std::set<std::size_t>& used) {
    for (const FieldMapping& field : fields) {
        for (std::size_t column : field.source.text.columns()) used.insert(column);
        if (field.reference) note_sources(field.reference->with, used);
    }
}

}  // namespace

Mapping read_mapping(const MappingRequest& request, const Columns& columns, metadata::CataloguePointer catalogue, const security::Actor& actor) {
    Mapping answer;
    answer.catalogue = catalogue;
    answer.object = &catalogue->object(request.object);
    const Json& json = request.mapping;
    Reader reader(columns, *catalogue, actor);
    if (!json.is_null() && !json.is_object()) throw Failure(FailureKind::Invalid, "invalid_mapping", "The mapping is a JSON object; docs/import.md describes it.");
    if (json.is_object()) reader.check_members(json, {"match", "mode", "fields", "other_columns", "duplicates"}, "");

    answer.fields = reader.read_fields(json["fields"], *answer.object, "fields", 0);
    reader.throw_problems();
    std::set<std::size_t> used;
    note_sources(answer.fields, used);
    std::string others = text_of(json["other_columns"]);
    if (!others.empty() && others != "match" && others != "leave") reader.refuse("other_columns", "unknown_setting", "Other columns are to \"match\" fields by their names, or to \"leave\" out.");
    if (json["fields"].is_null() || others == "match") match_columns(columns, *answer.object, *catalogue, actor, used, answer.fields);

    std::string match = request.match.empty() ? text_of(json["match"]) : request.match;
    auto mapped = [&](const Field* field) {
        return std::any_of(answer.fields.begin(), answer.fields.end(), [&](const FieldMapping& one) { return one.field == field; });
    };
    const Field* id = answer.object->find_field("id");
    if (match.empty() && mapped(id)) match = "id";  // a file that was exported with its ids comes back as changes
    if (!match.empty()) {
        Result<const Field*> field = find_match_field(*answer.object, match, actor);
        if (!field) reader.refuse("match", field.error().code, field.error().message);
        else if (!mapped(*field)) reader.refuse("match", "not_mapped", "Rows are matched by " + (*field)->label + ", but no column is mapped to it.");
        else answer.match = *field;
    }
    answer.mode = reader.read_mode(json, !match.empty());
    answer.duplicates = reader.read_duplicates(json);
    reader.throw_problems();

    if (answer.fields.empty())
        throw Failure(FailureKind::Invalid, "no_columns_match",
                      "No column of the file is named like a field of " + answer.object->label + ". Name them alike, or say with a mapping which is which.");
    for (std::size_t i = 0; i < columns.data_columns(); ++i)
        if (!used.contains(i)) answer.unmatched_columns.push_back(columns.names()[i]);
    return answer;
}

}  // namespace rapport::imports
