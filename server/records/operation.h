#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/failure.h"
#include "base/json.h"
#include "base/record_id.h"

namespace rapport::records {

/// By which door a change came; stands in the history. What was done with it is told by the kind of its change set.
enum class Source { Screen, Api, Import, System };

/// What an operation may that comes from inside, from undoing, merging or converting: no door sets any of it.
struct Inside {
    bool fields_of_the_system = false;  // may set what is read only for people
    bool exact = false;                 // hooks may refuse, and derive what is derived, but change no other field
    std::set<std::string> open;         // with `exact`: fields that hooks may change all the same
    bool rules_hold = false;            // what the record is like is not for this operation to judge
    std::set<std::string> found_out = {};  // fields that the system sets, whatever the caller may do with them
};

/// One change that somebody wants. Every door makes these; one pipeline runs them (service.h).
struct Operation {
    enum class Kind { Create, Update, Upsert, Delete, Restore };
    Kind kind = Kind::Create;
    std::string object;
    RecordId id;                          // Update, Delete, Restore
    std::string match_field;              // Upsert: field that names the record; its value is in `fields`
    Json fields;                          // as the API sends them: {"name": "x", "account_id": "…"}
    std::optional<std::int64_t> version;  // Update, Delete: refuse when the record has moved on
    bool refuse_duplicates = false;       // do not create what a duplicate rule finds to be there already
    Inside inside = {};
};

struct Outcome {
    RecordId id;
    enum class Result { Created, Updated, Unchanged, Deleted, Restored, Failed };
    Result result = Result::Failed;
    std::optional<Failure> failure;  // Failed
    std::int64_t change_set = 0;     // that holds what was changed; 0: nothing was
};

enum class Mode { AllOrNothing, RowByRow };

}  // namespace rapport::records
