#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/bound_condition.h"
#include "query/cursor.h"
#include "query/expression.h"
#include "query/formula.h"
#include "query/query.h"

namespace rapport::query {

// What a Select becomes when its names are real. Sources are named by their index in Bound::sources().

/// A formula whose paths have been joined to the question.
struct FormulaColumns {
    Formula formula;
    std::vector<int> sources;  // where each of Formula::paths() ends
};

/// The same value of whichever object a reference leads to: `related_to.name`.
struct AnyTarget {
    struct Target {
        int source = 0;
        const metadata::Field* field = nullptr;
    };
    const metadata::Field* reference = nullptr;  // of the expression's source
    std::vector<Target> targets;                 // by object; at least one
};

/// A record of another object, reached through a reference; there is none when the reference is empty or its target
/// may not be seen.
struct Join {
    int source = 0;
    int from = 0;
    const metadata::Field* reference = nullptr;
};

/// Where in the answer a value stands: {"account", "owner", "name"}.
struct OutputKey {
    std::string name;
    int source = -1;  // the joined record that this object is; -1 when the object is always there
    std::optional<Expression> reference = {};  // the object is there when this has a value
    bool is_case = false;  // of TYPEOF: no object of its own, its members are there when it is
};
struct Output {
    std::vector<OutputKey> keys;
    Expression expression;
    std::string name;  // "account.owner.name", or the alias

    friend bool operator==(const Output&, const Output&) = default;
};
inline bool operator==(const OutputKey& a, const OutputKey& b) { return a.name == b.name && a.source == b.source; }

struct BoundOrder {
    Expression expression;
    bool descending = false;
    bool nulls_last = false;
    bool nullable = true;
};

/// The records of a relation, nested into each record of the question around it.
struct ChildQuestion {
    std::string name;                            // "contacts"
    const metadata::Field* reference = nullptr;  // the child's field that names the parent
    std::shared_ptr<const Question> question;
};

struct Question {
    int source = 0;
    std::vector<Join> joins;
    std::vector<Output> outputs;
    std::vector<ChildQuestion> children;
    std::optional<BoundCondition> where, having;
    std::vector<Expression> group_by;
    std::vector<std::vector<bool>> grouping_sets;  // of subtotals: which of group_by each set of rows keeps; all of them first
    std::vector<BoundOrder> order_by;  // of records: ends with id, so that no two places are the same
    std::optional<std::int64_t> limit, offset;
    bool grouped = false;              // answers groups, not records
    bool single = false;               // asks for one record by its id
    std::uint64_t fingerprint = 0;     // of the question, without page
    std::optional<CursorPosition> after;
};

struct Bound::Tree {
    Question question;
    Context context;  // of the asker: decides which day it is, and to which day a moment belongs
};

}  // namespace rapport::query
