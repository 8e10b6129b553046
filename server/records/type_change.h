#pragma once

#include <string>
#include <vector>

#include "metadata/usage.h"
#include "records/service.h"

/// The type of a field changes while people work: what its values become is gathered in a column beside theirs, in pages, with what
/// others write meanwhile; in the end the two change places (docs/decisions/0138).
namespace rapport::records {

/// What somebody wants a field to become.
struct TypeChange {
    std::string object;
    std::string field;
    Json settings;              // "type" and what concerns it alone; null: what it was before its last change
    bool adds_options = false;  // to a picklist, what is none of its options becomes one

    bool goes_back() const { return settings.is_null(); }
};

/// What would become of the values.
struct TypeChangeReport {
    struct Example {
        RecordId record;
        Json from, to;
        std::string problem;  // why it would be lost; empty for one that converts
    };
    std::int64_t values = 0, converted = 0, lost = 0;
    bool complete = true;  // false: there are so many that only the first of them were looked at
    std::vector<Example> examples;  // of what is lost as many as fit a screen, of the others a few
    std::vector<std::string> new_options;
    std::vector<Problem> problems;   // what stands in its way
    std::vector<metadata::Use> uses;
    std::string type;  // what it would become
};

/// Throws Failure(Conflict, "standard_field"), Failure(Invalid, "type_change"), Failure(Conflict, "nothing_kept").
TypeChangeReport preview(Service& service, const TypeChange& change);

}  // namespace rapport::records
