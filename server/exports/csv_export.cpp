#include "exports/csv_export.h"

#include <algorithm>

#include "security/rights.h"
#include "security/statements.h"

namespace rapport::exports {
namespace {

using documents::csv::Content;

void write_cell(documents::csv::Writer& out, const query::Column& column, const Cell& cell) {
    if (cell.is_null()) return out.cell({});
    if (!column.field) {  // count() and the like
        if (cell.is_text()) return out.cell(cell.text());
        return out.cell(cell.is_integer() ? std::to_string(cell.integer()) : std::to_string(cell.real()), Content::Number);
    }
    const metadata::FieldType& type = column.field->value_type();
    bool is_number = type.shape() == metadata::Shape::Number || type.shape() == metadata::Shape::Real;
    out.cell(type.text(cell, *column.field), is_number ? Content::Number : Content::Text);
}

/// Every record has its id, asked for or not; a table shows what was asked for.
bool wants_id(const query::Select& select) {
    if (select.fields.empty() || select.all_fields != query::Select::AllFields::None) return true;
    return std::any_of(select.fields.begin(), select.fields.end(), [](const query::Term& term) {
        return term.function.empty() && term.path.names.size() == 1 && metadata::normalized_spelling(term.path.names[0]) == "id";
    });
}

std::vector<std::size_t> shown_columns(const query::Select& select, const std::vector<query::Column>& columns) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name != "id" || wants_id(select)) shown.push_back(i);
    return shown;
}

query::Statement compiled(const metadata::CataloguePointer& catalogue, const security::Actor& actor, const Request& request, const storage::Dialect& dialect) {
    actor.rights().require(security::Permission::Export);
    if (!request.select.children.empty())
        throw Failure(FailureKind::Invalid, "subquery_in_export",
                      "A table has no place for (SELECT … FROM …) among its fields: export those records on their own.");
    return security::compile(request.select, {actor, catalogue, security::context_of(actor), security::Access::Read, request.trash}, dialect);
}

std::int64_t write_rows(storage::Session& session, const query::Statement& statement, const Request& request, const documents::ByteSink& sink) {
    const std::vector<query::Column>& columns = query::columns(statement);
    const std::vector<std::size_t> shown = shown_columns(request.select, columns);
    std::int64_t rows = 0;
    documents::csv::Writer writer(sink, request.writing);
    for (std::size_t i : shown) writer.cell(columns[i].name);
    writer.end_row();
    query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
        for (std::size_t i : shown) write_cell(writer, columns[i], cells[i]);
        writer.end_row();
        ++rows;
    });
    writer.flush();
    return rows;
}

}  // namespace

std::int64_t write_csv(storage::Database& database, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink) {
    const query::Statement statement = compiled(catalogue, actor, request, database.dialect());
    return database.read([&](storage::Session& session) { return write_rows(session, statement, request, sink); }, request.limit);
}

std::int64_t write_csv(storage::Session& session, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink) {
    return write_rows(session, compiled(catalogue, actor, request, session.dialect()), request, sink);
}

}  // namespace rapport::exports
