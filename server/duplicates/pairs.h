#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matching/profile.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::duplicates {

/// Makes the tables; one of the migrations.
void create_tables(storage::Session& session);

/// Two records of one object that are likely the same.
struct Pair {
    struct Side {
        RecordId id;
        std::string name;
    };
    Side older, newer;
    int score = 0;
    std::vector<matching::Reason> reasons;
};

struct PairRequest {
    const metadata::Object& object;
    bool dismissed = false;  // those that somebody said are different
    std::int64_t change_set = 0;  // those whose newer record was made in it; 0: all
    std::string cursor = {};
    std::size_t limit = 50;
};
struct PairPage {
    std::vector<Pair> pairs;
    std::string next;  // cursor of the next page; empty when this was the last
};
/// The likeliest first: of those that were found, the ones whose records the asker may both see, and which are alike still.
/// Throws Failure(Forbidden, "field_forbidden") for who may not see a field that the rules compare: the list would tell of
/// it. Failure(Invalid, "invalid_cursor").
PairPage list_pairs(storage::Session& session, const security::Asking& asking, const PairRequest& request);

/// Notes that two records are different, or takes that back; by somebody who may edit both.
/// Throws Failure(Invalid, "validation_failed"), Failure(NotFound), Failure(Forbidden).
void dismiss(storage::Session& session, const security::Asking& asking, const metadata::Object& object, RecordId one, RecordId other, bool different);

// For those who look for pairs.

struct FoundPair {
    RecordId one, other;
    int score = 0;
};
/// Replaces what is known of pairs whose newer record is one of these, or of all that have one of these.
/// What was dismissed stays so.
enum class Replace { OfNewer, All };
void keep_pairs(storage::Session& session, const metadata::Object& object, const std::vector<RecordId>& records, const std::vector<FoundPair>& pairs, Replace replace);

}  // namespace rapport::duplicates
