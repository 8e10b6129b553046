#include "base/text.h"
#include "records/pipeline.h"

namespace rapport::records {

void Pipeline::check_required(Change& change) const {
    for (const metadata::Field& field : change.object.fields) {
        if (!field.required || !field.has_column() || field.type->name() == "auto_number") continue;
        const Value& value = change.after[field];
        // A name that shows nothing is none; encrypted texts cannot be looked into.
        bool is_there = !value.is_null() && !(value.is_text() && field.type->shape() == metadata::Shape::Text && text::is_blank(value.text()));
        if (is_there) continue;
        bool named_already = std::any_of(change.problems.begin(), change.problems.end(), [&](const Problem& problem) { return problem.field == field.name; });
        if (!named_already) change.refuse(field.name, "required", field.label + " is required.");
    }
}

/// Rules may look at the records that this one refers to, as they are stored.
void Pipeline::check_rules(Change& change) {
    auto rules = service_.rules_.of(catalogue_, change.object);
    auto value_at = [&](const query::FieldPath& path) -> Value {
        const Record* record = &change.after;
        Record related(change.object);
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            const Value& reference = (*record)[*path[i]];
            const metadata::Object* target = reference.is_integer() ? catalogue_->find(RecordId(reference.integer())) : nullptr;
            if (!target) return {};
            related = stored_record(*target, RecordId(reference.integer()));
            record = &related;
        }
        return (*record)[*path.back()];
    };
    for (const Rule& rule : *rules)
        if (rule.formula.holds(security::context_of(run_.actor), value_at)) change.refuse(rule.rule->field, "rule_broken", rule.rule->message);
}

void Pipeline::refuse_problems(const Change& change) const {
    if (change.problems.empty()) return;
    std::string detail = change.problems.size() == 1 ? change.problems.front().message
                                                     : std::to_string(change.problems.size()) + " fields cannot be saved as they are.";
    throw Failure(FailureKind::Invalid, "validation_failed", detail, change.problems);
}

}  // namespace rapport::records
