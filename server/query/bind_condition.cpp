#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "query/binder.h"

namespace rapport::query {
namespace {

constexpr int max_conditions = 500;

std::string name_of(const Term& term) {
    std::string path = fmt::format("{}", fmt::join(term.path.names, "."));
    return term.function.empty() ? path : fmt::format("{}({})", term.function, path);
}

/// INCLUDES('a;b', 'c'): both a and b, or c.
BoundCondition includes(const Expression& left, const Condition& condition, std::string_view name) {
    if (left.shape() != metadata::Shape::Set)
        throw bind_failure(condition.position, "wrong_type",
                           fmt::format("INCLUDES and EXCLUDES are for fields that hold several values; compare \"{}\" with = or IN.", name), name);
    std::vector<BoundCondition> any;
    for (const Literal& literal : condition.values) {
        if (literal.kind != Literal::Kind::String)
            throw bind_failure(condition.position, "wrong_type", fmt::format("\"{}\" holds texts: give the values as strings.", name), name);
        std::vector<BoundCondition> all;
        std::string_view rest = literal.text;
        while (!rest.empty()) {
            std::string_view code = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(code.size() + 1, rest.size()));
            code = text::trim(code);
            const metadata::PicklistOption* option = left.field->find_option(code);
            if (!code.empty()) all.push_back(BoundCondition::has(left, option ? option->value : std::string(code)));
        }
        if (!all.empty()) any.push_back(BoundCondition::all_of(std::move(all)));
    }
    return BoundCondition::any_of(std::move(any));
}

}  // namespace

BoundCondition Binder::bind_condition(Scope& scope, const Condition& condition, Clause clause) {
    if (++conditions_ > max_conditions)
        throw Failure(FailureKind::TooLarge, "query_too_large",
                      fmt::format("A query may have at most {} conditions; use IN for lists of values.", max_conditions));
    switch (condition.kind) {
        case Condition::Kind::Compare: return bind_comparison(scope, condition, clause);
        case Condition::Kind::InSelect: return bind_in_select(scope, condition);
        case Condition::Kind::Related: return bind_related(scope, condition);
        case Condition::Kind::Not: return BoundCondition::negation(bind_condition(scope, condition.parts.front(), clause));
        case Condition::Kind::And:
        case Condition::Kind::Or: break;
    }
    bool all = condition.kind == Condition::Kind::And;
    std::vector<BoundCondition> parts;
    for (const Condition& part : condition.parts) parts.push_back(bind_condition(scope, part, clause));
    return all ? BoundCondition::all_of(std::move(parts)) : BoundCondition::any_of(std::move(parts));
}

Expression Binder::bind_left(Scope& scope, const Condition& condition, Clause clause) {
    const Expression* alias = clause == Clause::Having ? find_alias(scope, condition.term) : nullptr;
    Expression left = alias ? *alias : bind_term(scope, condition.term);
    if (clause == Clause::Having) require_grouped(scope, left, condition.term);
    else if (is_aggregate(left.function))
        throw bind_failure(condition.position, "wrong_type", fmt::format("{} counts over groups: put it in HAVING.", name_of(condition.term)));
    return left;
}

BoundCondition Binder::bind_comparison(Scope& scope, const Condition& condition, Clause clause) {
    Expression left = bind_left(scope, condition, clause);
    std::string name = name_of(condition.term);
    switch (condition.comparison) {
        case Comparison::In: return one_of(left, condition.values, name, context_);
        case Comparison::NotIn: return BoundCondition::negation(one_of(left, condition.values, name, context_));
        case Comparison::Includes: return includes(left, condition, name);
        case Comparison::Excludes: return BoundCondition::negation(includes(left, condition, name));
        default: return compare_with(left, condition.comparison, condition.values.front(), name, context_);
    }
}

BoundCondition Binder::bind_in_select(Scope& scope, const Condition& condition) {
    const Select& select = *condition.select;
    Expression left = bind_left(scope, condition, Clause::Where);
    if (!select.order_by.empty() || select.limit || select.offset)
        throw bind_failure(select.position, "not_supported", "a query after IN takes no ORDER BY, LIMIT or OFFSET.");
    bool one_field = select.fields.size() == 1 && select.type_ofs.empty() && select.all_fields == Select::AllFields::None && select.children.empty();
    Question question = bind(select, find_object(select), Nesting::SemiJoin);
    if (!one_field || question.outputs.size() != 1)
        throw bind_failure(select.position, "wrong_type", "a query after IN selects exactly one field.");
    if (question.outputs.front().expression.shape() != left.shape() || question.outputs.front().expression.scale() != left.scale())
        throw bind_failure(condition.position, "wrong_type",
                           fmt::format("\"{}\" cannot be compared with \"{}\" of {}: they hold different kinds of values.", name_of(condition.term),
                                       question.outputs.front().name, sources_[static_cast<std::size_t>(question.source)].object->name));
    BoundCondition out = BoundCondition::in_question(left, std::make_shared<const Question>(std::move(question)));
    return condition.comparison == Comparison::NotIn ? BoundCondition::negation(std::move(out)) : out;
}

/// Which records of the question around it they belong to is for SQL to say: by their reference.
BoundCondition Binder::bind_related(Scope& scope, const Condition& condition) {
    Children children = find_children(scope, *condition.select);
    Question question = bind(*condition.select, *children.object, Nesting::SemiJoin);
    touch(question.source, *children.reference);
    const std::string& digits = condition.values.front().text;
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw bind_failure(condition.position, "wrong_type", fmt::format("{} are counted in whole numbers; {} is none.", children.name, digits));
    Expression id{Function::None, scope.question.source, &scope.object.field("id")};
    return BoundCondition::counted(id, std::make_shared<const Question>(std::move(question)), *children.reference, condition.comparison, number);
}

}  // namespace rapport::query
