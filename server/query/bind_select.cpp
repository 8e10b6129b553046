#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "query/binder.h"
#include "query/soql_lexer.h"

namespace rapport::query {
namespace {

constexpr std::int64_t default_child_limit = 200;
constexpr std::int64_t max_child_limit = 2'000;
constexpr std::size_t max_subtotal_groups = 3;

bool has_aggregate(const Term& term) {
    auto function = find_function(term.function);
    return function && is_aggregate(*function);
}

bool is_grouped(const Select& select) {
    return !select.group_by.empty() || select.having || std::any_of(select.fields.begin(), select.fields.end(), has_aggregate);
}

/// True when the conditions let at most one record through: its id is given.
bool names_one_record(const BoundCondition& condition) {
    if (condition.kind == BoundCondition::Kind::And)
        return std::any_of(condition.parts.begin(), condition.parts.end(), names_one_record);
    return condition.is_by_id();
}

bool can_be_ordered(const Expression& expression) { return expression.shape() != metadata::Shape::Opaque; }

/// False for a formula that broke when another field was taken away. Who asks for all fields still gets the others.
bool can_be_computed(const metadata::Catalogue& catalogue, const metadata::Object& object, const metadata::Field& field) {
    if (field.formula.empty()) return true;
    try {
        Formula::of(field, catalogue, object);
        return true;
    } catch (const Failure&) {
        return false;
    }
}

/// True when the cursor's values could stand in the columns of the sort order.
bool fits(const CursorPosition& position, const Question& question) {
    using metadata::Shape;
    if (question.grouped) return position.values.empty();
    if (position.values.size() != question.order_by.size()) return false;
    for (std::size_t i = 0; i < position.values.size(); ++i) {
        const Value& value = position.values[i];
        Shape shape = question.order_by[i].expression.shape();
        bool is_text = shape == Shape::Text || shape == Shape::Code || shape == Shape::Set;
        bool same_kind = is_text ? value.is_text() : shape == Shape::Real ? value.is_real() : value.is_integer();
        if (!same_kind && !(value.is_null() && question.order_by[i].nullable)) return false;
    }
    return true;
}

}  // namespace

std::string dotted(const std::vector<OutputKey>& keys) {
    std::string out;
    for (const OutputKey& key : keys) out += (out.empty() ? "" : ".") + key.name;
    return out;
}

Question Binder::bind(const Select& select) {
    const metadata::Object& object = find_object(select);
    Question question = bind(select, object, Nesting::Outermost);
    bind_page(question, select);
    return question;
}

Question Binder::bind(const Select& select, const metadata::Object& object, Nesting nesting) {
    Question question;
    question.source = add_source(object);
    question.grouped = is_grouped(select);
    if (question.grouped && nesting != Nesting::Outermost)
        throw bind_failure(select.position, "not_supported", "a query inside another cannot count or group; ask for it by itself.");
    Scope scope{question, object, select.alias, select};
    bind_groups(scope);
    bind_outputs(scope, nesting);
    if (select.where) question.where = bind_condition(scope, *select.where, Clause::Where);
    if (select.having) question.having = bind_condition(scope, *select.having, Clause::Having);
    question.single = nesting == Nesting::Outermost && !question.grouped && question.where && names_one_record(*question.where);
    if (nesting != Nesting::SemiJoin) bind_order(scope);
    question.limit = select.limit;
    question.offset = select.offset;
    for (const Select& child : select.children) {
        if (nesting != Nesting::Outermost || question.grouped)
            throw bind_failure(child.position, "not_supported", "a subquery of children may only stand in the outermost SELECT of records.");
        question.children.push_back(bind_child(scope, child));
    }
    return question;
}

void Binder::bind_groups(Scope& scope) {
    for (const Term& term : scope.select.group_by) {
        Expression expression = bind_term(scope, term);
        if (is_aggregate(expression.function) || !can_be_ordered(expression))
            throw bind_failure(term.position, "wrong_type", fmt::format("\"{}\" cannot be grouped by.", fmt::join(term.path.names, ".")));
        scope.question.group_by.push_back(expression);
    }
    bind_subtotals(scope);
}

/// Which groups are kept apart in each set of rows: all of them, and then fewer, down to one row for everything.
void Binder::bind_subtotals(Scope& scope) {
    const std::size_t count = scope.question.group_by.size();
    if (scope.select.subtotals == Select::Subtotals::None) return;
    if (count > max_subtotal_groups)
        throw bind_failure(scope.select.group_by.back().position, "not_supported", fmt::format("ROLLUP and CUBE take at most {} fields.", max_subtotal_groups));
    bool cube = scope.select.subtotals == Select::Subtotals::Cube;
    const unsigned all = (1U << count) - 1;
    for (unsigned left_out = 0; left_out <= all; ++left_out) {
        bool is_tail = ((all & ~left_out) & ((all & ~left_out) + 1)) == 0;  // a roll-up leaves out from the last one on
        if (!cube && !is_tail) continue;
        std::vector<bool> kept(count);
        for (std::size_t i = 0; i < count; ++i) kept[i] = (left_out & (1U << i)) == 0;
        scope.question.grouping_sets.push_back(std::move(kept));
    }
}

void Binder::require_grouped(const Scope& scope, const Expression& expression, const Term& term) const {
    const auto& groups = scope.question.group_by;
    auto is_group = [&](const Expression& one) { return std::find(groups.begin(), groups.end(), one) != groups.end(); };
    if (expression.function == Function::Grouping) {
        Expression group = expression;
        group.function = Function::None;
        if (!scope.question.grouping_sets.empty() && is_group(group)) return;
        throw bind_failure(term.position, "not_grouped", "GROUPING() takes a field of GROUP BY ROLLUP(…) or CUBE(…).");
    }
    if (!scope.question.grouped || is_aggregate(expression.function) || is_group(expression)) return;
    std::string path = fmt::format("{}", fmt::join(term.path.names, "."));
    throw bind_failure(term.position, "not_grouped",
                       fmt::format("\"{0}\" has many values in a group: add it to GROUP BY, or ask for MIN({0}) or COUNT({0}).", path), path);
}

void Binder::add_output(Scope& scope, Output output) {
    auto& outputs = scope.question.outputs;
    auto same_place = [&](const Output& other) { return other.keys == output.keys; };
    if (std::none_of(outputs.begin(), outputs.end(), same_place)) outputs.push_back(std::move(output));
}

void Binder::add_field_outputs(Scope& scope, const Resolved& resolved, const Position& position) {
    if (resolved.field->type->shape() != metadata::Shape::Compound) {
        add_output(scope, {resolved.keys, field_expression(scope, resolved, position), dotted(resolved.keys)});
        return;
    }
    for (const metadata::Field& component : resolved.object->fields) {
        if (component.component_of != resolved.field->name || !visible_(*resolved.object, component)) continue;
        auto keys = resolved.keys;
        keys.push_back({component.component, -1});
        touch(resolved.source, component);
        std::string name = dotted(keys);
        add_output(scope, {std::move(keys), {Function::None, resolved.source, &component}, std::move(name)});
    }
}

void Binder::bind_all_fields(Scope& scope, Select::AllFields which) {
    for (const metadata::Field& field : scope.object.fields) {
        bool wanted = which == Select::AllFields::All || field.custom == (which == Select::AllFields::Custom);
        bool part = !field.component_of.empty();  // comes with its whole
        if (!wanted || part || !visible_(scope.object, field)) continue;
        if (!can_be_computed(catalogue_, scope.object, field)) continue;
        touch(scope.question.source, field);
        add_field_outputs(scope, {{{field.name, -1}}, scope.question.source, &scope.object, &field}, {});
    }
}

void Binder::bind_output(Scope& scope, const Term& term, int& unnamed) {
    if (term.function.empty() && term.alias.empty()) {
        Resolved resolved = resolve(scope, term.path);
        bool is_compound = resolved.field->type->shape() == metadata::Shape::Compound;
        Expression grouped = is_compound ? Expression{Function::None, resolved.source, resolved.field} : field_expression(scope, resolved, term.position);
        require_grouped(scope, grouped, term);
        // A group has no record of its own that could be absent.
        if (scope.question.grouped)
            for (OutputKey& key : resolved.keys) key = {key.name, -1};
        return add_field_outputs(scope, resolved, term.position);
    }
    Expression expression = bind_term(scope, term);
    require_grouped(scope, expression, term);
    std::string name = term.alias.empty() ? fmt::format("expr{}", unnamed++) : term.alias;
    for (const Output& other : scope.question.outputs)
        if (other.keys.front().name == name)
            throw bind_failure(term.position, "duplicate_name", fmt::format("two values are called \"{}\"; give one another alias.", name));
    add_output(scope, {{{name, -1}}, expression, name});
}

void Binder::bind_outputs(Scope& scope, Nesting nesting) {
    const Select& select = scope.select;
    bool records = !scope.question.grouped && nesting != Nesting::SemiJoin;
    // Every record names itself.
    if (records) add_field_outputs(scope, resolve(scope, Path{{"id"}, {}}), {});
    bool nothing_named = select.fields.empty() && select.type_ofs.empty() && select.children.empty() && !scope.question.grouped;
    auto all = nothing_named ? Select::AllFields::All : select.all_fields;
    if (select.all_fields != Select::AllFields::None) all = select.all_fields;
    if (all != Select::AllFields::None) {
        if (scope.question.grouped)
            throw bind_failure(select.position, "not_grouped", "FIELDS() cannot be grouped; name the fields of GROUP BY.");
        bind_all_fields(scope, all);
    }
    int unnamed = 0;
    for (const Term& term : select.fields) bind_output(scope, term, unnamed);
    for (const TypeOf& type_of : select.type_ofs) bind_type_of(scope, type_of);
}

void Binder::bind_order(Scope& scope) {
    Question& question = scope.question;
    for (const Order& order : scope.select.order_by) {
        const Expression* alias = find_alias(scope, order.term);
        Expression expression = alias ? *alias : bind_term(scope, order.term);
        require_grouped(scope, expression, order.term);
        if (!question.grouped && is_aggregate(expression.function))
            throw bind_failure(order.term.position, "wrong_type", fmt::format("{}() needs a query with GROUP BY.", order.term.function));
        if (!can_be_ordered(expression))
            throw bind_failure(order.term.position, "wrong_type",
                               fmt::format("\"{}\" cannot be sorted by: it is of type {}, whose values have no order.", fmt::join(order.term.path.names, "."),
                                           expression.field->type->name()));
        question.order_by.push_back({expression, order.descending, order.nulls_last.value_or(order.descending), true});
    }
    auto asked_for = [&](const Expression& expression) {
        return std::any_of(question.order_by.begin(), question.order_by.end(), [&](const BoundOrder& order) { return order.expression == expression; });
    };
    if (question.grouped) {
        // The same groups in the same order on every engine.
        for (const Expression& group : question.group_by)
            if (!asked_for(group)) question.order_by.push_back({group, false, false, true});
        return;
    }
    // The id goes the way of the order before it, so that one index serves both, whichever way it is walked.
    Expression id{Function::None, question.source, &scope.object.field("id")};
    bool descending = !question.order_by.empty() && question.order_by.back().descending;
    auto first_id = std::find_if(question.order_by.begin(), question.order_by.end(), [&](const BoundOrder& order) { return order.expression == id; });
    if (first_id == question.order_by.end()) {
        question.order_by.push_back({id, descending, false, false});
    } else {
        first_id->nullable = false;
        question.order_by.erase(first_id + 1, question.order_by.end());
    }
}

Binder::Children Binder::find_children(const Scope& scope, const Select& child) const {
    const metadata::ChildRelation* relation = scope.object.find_children(child.object);
    const metadata::Object* object = relation ? catalogue_.find(relation->object) : nullptr;
    const metadata::Field* reference = object ? visible_field(*object, relation->field) : nullptr;
    if (reference) return {relation->name, object, reference};
    std::vector<std::string_view> names;
    for (const metadata::ChildRelation& known : scope.object.children) {
        const metadata::Object& of = catalogue_.object(known.object);
        if (may_know(of) && visible_field(of, known.field)) names.push_back(known.name);  // one that may not be seen is not there
    }
    throw bind_failure(child.position, "unknown_relation",
                       fmt::format("{} has no children \"{}\".{}", scope.object.name, child.object, suggestion(text::nearest(child.object, names))));
}

ChildQuestion Binder::bind_child(Scope& scope, const Select& child) {
    Children children = find_children(scope, child);
    Question question = bind(child, *children.object, Nesting::Child);
    touch(question.source, *children.reference);
    if (question.offset) throw bind_failure(child.position, "not_supported", "a subquery of children takes no OFFSET.");
    question.limit = std::min(question.limit.value_or(default_child_limit), max_child_limit);
    return {children.name, children.reference, std::make_shared<const Question>(std::move(question))};
}

void Binder::bind_page(Question& question, const Select& select) {
    question.fingerprint = fingerprint_of(select);
    if (select.cursor.empty()) return;
    CursorPosition position = read_cursor(select.cursor, question.fingerprint);
    if (!fits(position, question)) throw invalid_cursor();
    question.limit = position.remaining;
    // Groups are computed whole for every page, so that counting past those already read costs nothing more.
    question.offset = question.grouped ? std::optional(question.offset.value_or(0) + position.offset) : std::nullopt;
    question.after = std::move(position);
}

}  // namespace rapport::query
