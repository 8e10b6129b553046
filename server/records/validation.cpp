#include "records/pipeline.h"

namespace rapport::records {

void Pipeline::check_required(Change& change) const {
    for (const metadata::Field& field : change.object.fields) {
        if (!field.required || !field.has_column() || field.type->name() == "auto_number") continue;
        if (!change.after[field].is_null()) continue;
        bool named_already = std::any_of(change.problems.begin(), change.problems.end(), [&](const Problem& problem) { return problem.field == field.name; });
        if (!named_already) change.refuse(field.name, "required", field.label + " is required.");
    }
}

void Pipeline::refuse_problems(const Change& change) const {
    if (change.problems.empty()) return;
    std::string detail = change.problems.size() == 1 ? change.problems.front().message
                                                     : std::to_string(change.problems.size()) + " fields cannot be saved as they are.";
    throw Failure(FailureKind::Invalid, "validation_failed", detail, change.problems);
}

}  // namespace rapport::records
