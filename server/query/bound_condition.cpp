#include "query/bound_condition.h"

#include <algorithm>

namespace rapport::query {
namespace {

BoundCondition of(BoundCondition::Kind kind, const Expression& left = {}) {
    BoundCondition out;
    out.kind = kind;
    out.left = left;
    return out;
}

BoundCondition joined(BoundCondition::Kind kind, std::vector<BoundCondition> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    BoundCondition out = of(kind);
    out.parts = std::move(parts);
    return out;
}

}  // namespace

BoundCondition BoundCondition::always() { return of(Kind::Always); }
BoundCondition BoundCondition::never() { return of(Kind::Never); }
BoundCondition BoundCondition::is_null(const Expression& left) { return of(Kind::IsNull, left); }

BoundCondition BoundCondition::compare(const Expression& left, Comparison comparison, Value value) {
    BoundCondition out = of(Kind::Compare, left);
    out.comparison = comparison;
    out.values.push_back(std::move(value));
    return out;
}

BoundCondition BoundCondition::one_of(const Expression& left, std::vector<Value> values) {
    BoundCondition out = of(Kind::OneOf, left);
    out.values = std::move(values);
    return out;
}

BoundCondition BoundCondition::has(const Expression& left, std::string member) {
    BoundCondition out = of(Kind::Has, left);
    out.values.emplace_back(std::move(member));
    return out;
}

BoundCondition BoundCondition::in_question(const Expression& left, std::shared_ptr<const Question> question) {
    BoundCondition out = of(Kind::InQuestion, left);
    out.question = std::move(question);
    return out;
}

BoundCondition BoundCondition::counted(const Expression& left, std::shared_ptr<const Question> question, const metadata::Field& reference,
                                       Comparison comparison, std::int64_t number) {
    BoundCondition out = of(Kind::Counted, left);
    out.question = std::move(question);
    out.reference = &reference;
    out.comparison = comparison;
    out.values.push_back(number);
    return out;
}

BoundCondition BoundCondition::all_of(std::vector<BoundCondition> parts) {
    return parts.empty() ? always() : joined(Kind::And, std::move(parts));
}

BoundCondition BoundCondition::any_of(std::vector<BoundCondition> parts) {
    return parts.empty() ? never() : joined(Kind::Or, std::move(parts));
}

BoundCondition BoundCondition::negation(BoundCondition part) {
    BoundCondition out = of(Kind::Not);
    out.parts.push_back(std::move(part));
    return out;
}

bool BoundCondition::is_of_tags(int source) const {
    if (kind == Kind::Or) return std::all_of(parts.begin(), parts.end(), [&](const BoundCondition& part) { return part.is_of_tags(source); });
    return kind == Kind::Has && left.source == source && left.function == Function::None && !left.any_target && left.field->type->name() == "tags";
}

bool BoundCondition::is_by_id() const {
    return kind == Kind::Compare && comparison == Comparison::Equal && left.source == 0 && left.function == Function::None && left.field->name == "id";
}

}  // namespace rapport::query
