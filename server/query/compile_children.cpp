#include <fmt/format.h>

#include "query/sql_writer.h"

namespace rapport::query {

ChildPlan plan_children(const Restricted& restricted, const storage::Dialect& dialect, const ChildQuestion& child) {
    const Question& question = *child.question;
    SqlWriter writer(restricted, dialect);
    SelectList list;
    ChildPlan plan;
    append_json_string(plan.key, child.name);
    std::string parent = SqlWriter::column(SqlWriter::alias(question.source), child.reference->name);
    list.place_of(parent);
    plan.row = plan_row(question, writer, list);

    std::string columns;
    for (std::size_t i = 0; i < list.size(); ++i) columns += fmt::format("{} AS c{}, ", list.expressions()[i], i);
    std::string order = order_text(question, writer);
    std::string ids = dialect.in_integers(parent, writer.parameter(Value()));
    plan.ids = writer.last_parameter();
    std::string tables = writer.from(question);
    std::string rows = writer.where(question, Restricted::Trash::Exclude, SqlWriter::Walk::AnyIndex);
    std::string limit = writer.parameter(*question.limit);
    plan.statement.sql = fmt::format(
        "SELECT * FROM (SELECT {}ROW_NUMBER() OVER (PARTITION BY {} ORDER BY {}) AS place{} WHERE {} AND {}) children WHERE place <= {} "
        "ORDER BY c0, place",
        columns, parent, order, tables, ids, rows, limit);
    plan.statement.limit = writer.last_parameter();
    plan.statement.parameters = writer.take_parameters();
    return plan;
}

}  // namespace rapport::query
