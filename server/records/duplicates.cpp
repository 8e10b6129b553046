#include "records/pipeline.h"
#include "security/restriction.h"

namespace rapport::records {
namespace {

constexpr std::int64_t most_shown = 5;

/// The stored value as a JSON filter takes it.
Json filter_value(const metadata::Field& field, const Value& value) {
    std::string json;
    JsonWriter out(json);
    field.type->write(out, value, field);
    return Json::parse(json);
}

}  // namespace

/// Looks among what the actor may see: a duplicate that is hidden stays hidden.
void Pipeline::check_duplicates(Change& change, const Operation& operation) {
    if (!operation.refuse_duplicates || change.kind != Operation::Kind::Create) return;
    for (const auto& rule : change.object.duplicate_rules) {
        Json::Array parts;
        for (const auto& name : rule) {
            const metadata::Field& field = change.object.field(name);
            if (!change.after[field].is_null())
                parts.push_back(Json::Members{{"field", field.name}, {"op", "="}, {"value", filter_value(field, change.after[field])}});
        }
        if (parts.size() != rule.size()) continue;  // an empty field is like no other
        query::Select select;
        select.object = change.object.name;
        select.fields.push_back({"", {{"id"}, {}}, "", {}});
        select.where = query::parse_filter(Json::Members{{"and", std::move(parts)}});
        select.limit = most_shown;
        std::vector<Problem> problems;
        ask(select, asking(), [&](const std::vector<Cell>& cells) { problems.push_back({rule.front(), "duplicate", RecordId(cells[0].integer()).text()}); });
        if (!problems.empty())
            throw Failure(FailureKind::Conflict, "duplicate_record", "There is a " + change.object.label + " like this already: open it, or save this one all the same.", std::move(problems));
    }
}

}  // namespace rapport::records
