#pragma once

#include <memory>
#include <vector>

#include "query/expression.h"
#include "query/select.h"

namespace rapport::query {

struct Question;

/// A condition over rows (WHERE) or groups (HAVING) whose names and types are real. Each is true or false, never
/// null: what is not known to be so is not so, and NOT turns that around.
struct BoundCondition {
    enum class Kind { Always, Never, IsNull, Compare, OneOf, Has, InQuestion, Counted, And, Or, Not };

    static BoundCondition always();
    static BoundCondition never();
    static BoundCondition is_null(const Expression& left);
    /// `comparison` is Equal, Less, LessOrEqual, Greater, GreaterOrEqual or Like; the value is not null.
    static BoundCondition compare(const Expression& left, Comparison comparison, Value value);
    /// `values` are all integers or all texts, at least one.
    static BoundCondition one_of(const Expression& left, std::vector<Value> values);
    /// Left holds several texts, and `member` is one of them.
    static BoundCondition has(const Expression& left, std::string member);
    /// Left is among the only output of `question`.
    static BoundCondition in_question(const Expression& left, std::shared_ptr<const Question> question);
    /// How many records of `question` have `left` in their `reference`, compared with a number.
    static BoundCondition counted(const Expression& left, std::shared_ptr<const Question> question, const metadata::Field& reference,
                                  Comparison comparison, std::int64_t number);
    static BoundCondition all_of(std::vector<BoundCondition> parts);
    static BoundCondition any_of(std::vector<BoundCondition> parts);
    static BoundCondition negation(BoundCondition part);

    /// True when it asks for tags of the records of a source, one or any of several.
    bool is_of_tags(int source) const;
    /// True for `id = …` of the main object.
    bool is_by_id() const;

    Kind kind = Kind::Always;
    Expression left = {};
    Comparison comparison = Comparison::Equal;
    std::vector<Value> values = {};
    std::shared_ptr<const Question> question = {};
    const metadata::Field* reference = nullptr;
    std::vector<BoundCondition> parts = {};
};

}  // namespace rapport::query
