#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.h"
#include "base/json.h"
#include "base/record_id.h"

namespace rapport::records {

/// By which road a change came; stands in the history.
enum class Source { Screen, Api, Import, System };

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
};

struct Outcome {
    RecordId id;
    enum class Result { Created, Updated, Unchanged, Deleted, Restored, Failed };
    Result result = Result::Failed;
    std::optional<Failure> failure;  // Failed
};

enum class Mode { AllOrNothing, RowByRow };

}  // namespace rapport::records
