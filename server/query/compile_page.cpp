#include <fmt/format.h>

#include <algorithm>

#include "query/sql_writer.h"

namespace rapport::query {
namespace {

/// A stretch of the records in their order: those whose first value in the order is there, or those where it is empty.
/// One condition for both could not use an index.
struct Stretch {
    enum class First { Any, Present, Empty };
    First first = First::Any;
    bool after_place = false;  // only those after the place where the last page ended
};

/// How the records of a page with certain tags are come by: where few have one of them these are gathered and sorted, where many
/// have each the list is walked along. Which it is shows when the statement runs; the others answer nothing then.
struct Road {
    std::vector<const BoundCondition*> many;      // tags that many records have
    const BoundCondition* few = nullptr;          // those that few have; null: there are none
};

std::vector<Road> roads_of(const Question& question) {
    std::vector<Road> out(1);
    if (question.grouped || question.single) return out;
    for (const BoundCondition* tags : tag_conditions(question)) {
        Road next{out.back().many, nullptr};
        next.many.push_back(tags);
        out.back().few = tags;
        out.push_back(std::move(next));
    }
    return out;
}

bool is_first_page(const Question& question) { return !question.after || question.after->values.empty(); }

std::vector<Stretch> stretches_of(const Question& question) {
    using First = Stretch::First;
    if (question.grouped || question.single) return {{}};
    const BoundOrder& order = question.order_by.front();
    Stretch present{First::Present, false};
    Stretch empty{First::Empty, false};
    if (is_first_page(question)) {
        // Along an index of the question's own object, what is empty comes where it belongs.
        if (order.expression.source == question.source) return {{}};
        return order.nulls_last ? std::vector{present, empty} : std::vector{empty, present};
    }
    bool at_empty = question.after->values.front().is_null();
    if (at_empty == order.nulls_last || !order.nullable) return {{at_empty ? First::Empty : First::Present, true}};
    if (at_empty) return {{First::Empty, true}, present};
    return {{First::Present, true}, empty};
}

/// Writes the condition that the records of a stretch meet.
class StretchWriter {
public:
    StretchWriter(const Question& question, SqlWriter& writer) : question_(question), orders_(question.order_by), writer_(writer) {}

    std::string condition(Stretch stretch) {
        std::string value = expression(0);
        bool empty = stretch.first == Stretch::First::Empty;
        if (!stretch.after_place) return value + (empty ? " IS NULL" : " IS NOT NULL");
        if (empty) return fmt::format("{} IS NULL AND {}", value, later(1));
        if (orders_.size() == 1) return strictly_after(0);
        bool pair = orders_.size() == 2 && orders_[0].descending == orders_[1].descending;
        if (pair) return fmt::format("({}, {}) {} ({}, {})", value, expression(1), sign(0), parameter(0), parameter(1));
        // The first half is a range for the index; the second drops what was read of its first value.
        std::string reached = fmt::format("{} {}= {}", value, sign(0), parameter(0));
        return fmt::format("{} AND ({} {} {} OR {})", reached, value, sign(0), parameter(0), later(1));
    }

private:
    std::string expression(std::size_t i) { return writer_.expression(orders_[i].expression); }
    std::string_view sign(std::size_t i) const { return orders_[i].descending ? "<" : ">"; }
    const Value& place(std::size_t i) const { return question_.after->values[i]; }
    std::string parameter(std::size_t i) { return writer_.parameter(place(i)); }

    std::string strictly_after(std::size_t i) {
        const BoundOrder& order = orders_[i];
        if (place(i).is_null()) return order.nulls_last ? "FALSE" : expression(i) + " IS NOT NULL";
        std::string out = fmt::format("{} {} {}", expression(i), sign(i), parameter(i));
        return order.nullable && order.nulls_last ? fmt::format("({} OR {} IS NULL)", out, expression(i)) : out;
    }

    /// After the place, as far as the orders from `i` on decide.
    std::string later(std::size_t i) {
        std::string strictly = strictly_after(i);
        if (i + 1 == orders_.size()) return strictly;
        std::string same = place(i).is_null() ? expression(i) + " IS NULL" : fmt::format("{} = {}", expression(i), parameter(i));
        return fmt::format("({} OR ({} AND {}))", strictly, same, later(i + 1));
    }

    const Question& question_;
    const std::vector<BoundOrder>& orders_;
    SqlWriter& writer_;
};

/// Whether an index brings the rows of each group together and holds all that is asked of them (also whether they live, as
/// SQLite looks there even when the index has only those that do): then it is walked, and no row is read.
bool stands_in_index(const Question& question, const metadata::Object& object) {
    if (question.group_by.size() != 1 || question.where || question.having || !question.joins.empty()) return false;
    auto holds_all = [&](const metadata::Index& index) {
        auto holds = [&](std::string_view name) { return std::find(index.fields.begin(), index.fields.end(), name) != index.fields.end(); };
        auto answers = [&](const Expression& expression) { return !expression.formula && !expression.any_target && (!expression.field || expression.field->name == "id" || holds(expression.field->name)); };
        const Expression& group = question.group_by.front();
        return holds("deleted_at") && group.function == Function::None && group.field && group.field->name == index.fields.front() &&
               std::all_of(question.outputs.begin(), question.outputs.end(), [&](const Output& output) { return answers(output.expression); });
    };
    return std::any_of(object.indexes.begin(), object.indexes.end(), holds_all);
}

/// What a grouped question groups and orders by.
std::string group_value(const Question& question, SqlWriter& writer, const Expression& expression) {
    std::string value = writer.expression(expression);
    // Gathering rows that were read one after the other is faster than reading them in the order of an index.
    return stands_in_index(question, writer.object()) ? value : writer.dialect().without_index(value);
}

std::string group_text(const Question& question, SqlWriter& writer) {
    std::string out;
    for (const Expression& group : question.group_by) out += (out.empty() ? " GROUP BY " : ", ") + group_value(question, writer, group);
    return out;
}

/// What a page selects; the same for each of its parts.
struct Selected {
    SelectList list;
    RowPlan row;
    int id_column = -1;
    std::vector<int> order_columns;
};

Selected selected_by(const Question& question, SqlWriter& writer) {
    Selected out;
    out.row = plan_row(question, writer, out.list);
    if (question.grouped) return out;
    out.id_column = out.list.place_of(SqlWriter::column(SqlWriter::alias(question.source), "id"));
    if (question.single) return out;
    for (const BoundOrder& order : question.order_by) out.order_columns.push_back(out.list.place_of(writer.expression(order.expression)));
    return out;
}

/// The rows of every grouping set, one set after the other, and then in order: a subtotal follows what it sums up.
/// Only one of the engines knows ROLLUP; this is the same on both.
PreparedSql subtotals(const Restricted& restricted, const storage::Dialect& dialect, Selected& selected) {
    const Question& question = restricted.bound().tree().question;
    SqlWriter writer(restricted, dialect);
    selected = selected_by(question, writer);
    std::vector<std::string> groups;
    for (const Expression& group : question.group_by) groups.push_back(writer.expression(group));
    std::string order;
    auto order_by = [&](const std::string& column) { order += (order.empty() ? "" : ", ") + column; };
    for (const BoundOrder& one : question.order_by) {
        auto group = std::find(groups.begin(), groups.end(), writer.expression(one.expression));
        if (group != groups.end()) order_by("g" + std::to_string(group - groups.begin()));
        int place = selected.list.place_of(writer.expression(one.expression));
        order_by(fmt::format("c{}{} NULLS {}", place, one.descending ? " DESC" : "", one.nulls_last ? "LAST" : "FIRST"));
    }
    std::string sets;
    for (const std::vector<bool>& kept : question.grouping_sets) {
        std::map<std::string, std::string> substitutes;
        std::string group_by, marks;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            substitutes.emplace("GROUPING(" + groups[i] + ")", kept[i] ? "0" : "1");
            marks += fmt::format(", {} AS g{}", kept[i] ? 0 : 1, i);
            if (kept[i]) group_by += (group_by.empty() ? " GROUP BY " : ", ") + dialect.without_index(groups[i]);
            else substitutes.emplace(groups[i], "NULL");
        }
        std::string tables = writer.from(question);
        std::string rows = writer.where(question, restricted.trash(), SqlWriter::Walk::AnyIndex);
        writer.substitute(std::move(substitutes));
        std::string columns;
        const auto& expressions = selected.list.expressions();
        for (std::size_t i = 0; i < expressions.size(); ++i)
            columns += fmt::format("{}{} AS c{}", i == 0 ? "" : ", ", writer.substituted(expressions[i]), i);
        std::string having = question.having ? " HAVING " + writer.condition(*question.having) : "";
        writer.substitute({});
        // Without GROUP BY there is one row, also when there are no records to sum up: then there is nothing to say.
        if (group_by.empty()) having += having.empty() ? " HAVING COUNT(*) > 0" : " AND COUNT(*) > 0";
        sets += fmt::format("{}SELECT {}{}{} WHERE {}{}{}", sets.empty() ? "" : " UNION ALL ", columns, marks, tables, rows, group_by, having);
    }
    std::string sql = fmt::format("SELECT * FROM ({}) subtotals ORDER BY {} LIMIT {}", sets, order, writer.parameter(Value()));
    std::size_t limit = writer.last_parameter();
    if (question.offset) sql += " OFFSET " + writer.parameter(*question.offset);
    return {std::move(sql), writer.take_parameters(), limit};
}

/// The number of rows that are wanted where this is the road to take.
std::string limit_on(const Road& road, const Question& question, SqlWriter& writer, const std::string& wanted) {
    std::string taken;
    for (const BoundCondition* tags : road.many) taken += (taken.empty() ? "NOT " : " AND NOT ") + writer.has_few_tagged(question, *tags);
    if (road.few) taken += (taken.empty() ? "" : " AND ") + writer.has_few_tagged(question, *road.few);
    return taken.empty() ? wanted : fmt::format("CASE WHEN {} THEN CAST({} AS BIGINT) ELSE 0 END", taken, wanted);
}

PreparedSql part_of_page(const Restricted& restricted, const storage::Dialect& dialect, Stretch stretch, const Road& road, Selected& selected) {
    const Question& question = restricted.bound().tree().question;
    SqlWriter writer(restricted, dialect);
    selected = selected_by(question, writer);
    auto walk = question.grouped ? SqlWriter::Walk::AnyIndex : SqlWriter::Walk::RowByRow;
    bool is_present = stretch.first == Stretch::First::Present;
    bool is_empty = stretch.first == Stretch::First::Empty;
    std::string sql = "SELECT " + selected.list.text() + writer.from(question, is_present ? question.order_by.front().expression.source : question.source);
    sql += " WHERE " + writer.where(question, restricted.trash(), walk);
    std::optional<std::size_t> record;
    if (question.single && question.where->is_by_id()) record = writer.last_parameter();
    if (road.few) sql += " AND " + writer.is_tagged(question, *road.few, walk);
    if (is_present || is_empty) sql += " AND " + StretchWriter(question, writer).condition(stretch);
    sql += group_text(question, writer);
    if (question.having) sql += " HAVING " + writer.condition(*question.having);
    std::string order = question.single ? "" : order_text(question, writer, is_empty ? 1 : 0);
    if (!order.empty()) sql += " ORDER BY " + order;
    std::string wanted = writer.parameter(Value());
    std::size_t limit = writer.last_parameter();
    sql += " LIMIT " + limit_on(road, question, writer, wanted);
    if (question.offset) sql += " OFFSET " + writer.parameter(*question.offset);
    return {std::move(sql), writer.take_parameters(), limit, record};
}

}  // namespace

std::string order_text(const Question& question, SqlWriter& writer, std::size_t first) {
    std::string out;
    for (std::size_t i = first; i < question.order_by.size(); ++i) {
        const BoundOrder& order = question.order_by[i];
        if (!out.empty()) out += ", ";
        out += question.grouped ? group_value(question, writer, order.expression) : writer.expression(order.expression);
        if (order.descending) out += " DESC";
        if (order.nullable) out += order.nulls_last ? " NULLS LAST" : " NULLS FIRST";
    }
    return out;
}

void plan_page(const Restricted& restricted, const storage::Dialect& dialect, Statement::Plan& plan) {
    const Question& asked = restricted.bound().tree().question;
    Selected selected;
    if (!asked.grouping_sets.empty()) plan.parts.push_back(subtotals(restricted, dialect, selected));
    else for (Stretch stretch : stretches_of(asked))
        for (const Road& road : roads_of(asked)) plan.parts.push_back(part_of_page(restricted, dialect, stretch, road, selected));
    plan.row = std::move(selected.row);
    plan.id_column = selected.id_column;
    plan.order_columns = std::move(selected.order_columns);
}

}  // namespace rapport::query
