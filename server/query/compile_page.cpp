#include <fmt/format.h>

#include "query/sql_writer.h"

namespace rapport::query {
namespace {

/// Writes the conditions that records meet which come after the place where the last page ended.
class Keyset {
public:
    Keyset(const Question& question, SqlWriter& writer) : orders_(question.order_by), after_(question.after->values), writer_(writer) {}

    /// In how many statements the rest of the records is found.
    static std::size_t parts(const Question& question) {
        const BoundOrder& first = question.order_by.front();
        if (!first.nullable) return 1;
        bool at_null = question.after->values.front().is_null();
        return at_null == first.nulls_last ? 1 : 2;
    }

    std::string condition(std::size_t part) {
        const BoundOrder& first = orders_.front();
        std::string value = writer_.expression(first.expression);
        bool at_null = after_.front().is_null();
        if (part == 1) return value + (at_null ? " IS NOT NULL" : " IS NULL");
        if (at_null) return fmt::format("{} IS NULL AND {}", value, later(1));
        if (orders_.size() == 1) return strictly_after(0);
        bool pair = orders_.size() == 2 && orders_[0].descending == orders_[1].descending;
        if (pair) return fmt::format("({}, {}) {} ({}, {})", value, expression(1), sign(0), parameter(0), parameter(1));
        // The first half is a range for the index; the second drops what was read of its first value.
        std::string reached = fmt::format("{} {}= {}", value, sign(0), parameter(0));
        return fmt::format("{} AND ({} {} {} OR {})", reached, value, sign(0), parameter(0), later(1));
    }

private:
    std::string expression(std::size_t i) const { return writer_.expression(orders_[i].expression); }
    std::string_view sign(std::size_t i) const { return orders_[i].descending ? "<" : ">"; }
    std::string parameter(std::size_t i) { return writer_.parameter(after_[i]); }

    std::string strictly_after(std::size_t i) {
        const BoundOrder& order = orders_[i];
        if (after_[i].is_null()) return order.nulls_last ? "FALSE" : expression(i) + " IS NOT NULL";
        std::string out = fmt::format("{} {} {}", expression(i), sign(i), parameter(i));
        return order.nullable && order.nulls_last ? fmt::format("({} OR {} IS NULL)", out, expression(i)) : out;
    }

    /// After the place, as far as the orders from `i` on decide.
    std::string later(std::size_t i) {
        std::string strictly = strictly_after(i);
        if (i + 1 == orders_.size()) return strictly;
        std::string same = after_[i].is_null() ? expression(i) + " IS NULL" : fmt::format("{} = {}", expression(i), parameter(i));
        return fmt::format("({} OR ({} AND {}))", strictly, same, later(i + 1));
    }

    const std::vector<BoundOrder>& orders_;
    const std::vector<Value>& after_;
    SqlWriter& writer_;
};

std::string group_text(const Question& question, const SqlWriter& writer) {
    std::string out;
    for (const Expression& group : question.group_by) out += (out.empty() ? " GROUP BY " : ", ") + writer.expression(group);
    return out;
}

bool is_first_page(const Question& question) { return !question.after || question.after->values.empty(); }

PreparedSql part_of_page(const Restricted& restricted, const storage::Dialect& dialect, const SelectList& list, std::size_t part) {
    const Question& question = restricted.bound().tree().question;
    SqlWriter writer(restricted, dialect);
    auto walk = question.grouped || question.single ? SqlWriter::Walk::AnyIndex : SqlWriter::Walk::SortOrder;
    std::string sql = "SELECT " + list.text() + writer.from(question);
    sql += " WHERE " + writer.where(question, restricted.trash(), walk);
    if (!is_first_page(question)) sql += " AND " + Keyset(question, writer).condition(part);
    sql += group_text(question, writer);
    if (question.having) sql += " HAVING " + writer.condition(*question.having);
    std::string order = question.single ? "" : order_text(question, writer);
    if (!order.empty()) sql += " ORDER BY " + order;
    sql += " LIMIT " + writer.parameter(Value());
    std::size_t limit = writer.last_parameter();
    if (question.offset) sql += " OFFSET " + writer.parameter(*question.offset);
    return {std::move(sql), writer.take_parameters(), limit};
}

}  // namespace

std::string order_text(const Question& question, const SqlWriter& writer) {
    std::string out;
    for (const BoundOrder& order : question.order_by) {
        if (!out.empty()) out += ", ";
        out += writer.expression(order.expression);
        if (order.descending) out += " DESC";
        if (order.nullable) out += order.nulls_last ? " NULLS LAST" : " NULLS FIRST";
    }
    return out;
}

void plan_page(const Restricted& restricted, const storage::Dialect& dialect, Statement::Plan& plan) {
    const Question& question = restricted.bound().tree().question;
    SqlWriter writer(restricted, dialect);
    SelectList list;
    plan.row = plan_row(question, writer, list);
    if (!question.grouped) plan.id_column = list.place_of(SqlWriter::column(SqlWriter::alias(question.source), "id"));
    bool has_pages = !question.grouped && !question.single;
    if (has_pages)
        for (const BoundOrder& order : question.order_by) plan.order_columns.push_back(list.place_of(writer.expression(order.expression)));
    std::size_t parts = is_first_page(question) ? 1 : Keyset::parts(question);
    for (std::size_t part = 0; part < parts; ++part) plan.parts.push_back(part_of_page(restricted, dialect, list, part));
}

}  // namespace rapport::query
