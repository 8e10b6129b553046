#include "exports/record_export.h"

#include <algorithm>
#include <memory>

#include "base/calendar.h"
#include "documents/xlsx/writer.h"
#include "security/rights.h"
#include "security/statements.h"

namespace rapport::exports {
namespace {

/// Takes rows and writes them in one format.
class Rows {
public:
    virtual ~Rows() = default;
    virtual void cell(const query::Column& column, const Cell& cell) = 0;
    virtual void end_row() = 0;
    virtual void finish() = 0;
};

/// What is no field: count() and the like.
std::string computed(const Cell& cell) { return cell.is_integer() ? std::to_string(cell.integer()) : std::to_string(cell.real()); }

bool is_number(const metadata::FieldType& type) { return type.shape() == metadata::Shape::Number || type.shape() == metadata::Shape::Real; }

/// A telephone number is a "+" and digits by its type, whatever it was given as.
documents::csv::Content content_of(const metadata::FieldType& type) {
    return is_number(type) || type.name() == "phone" ? documents::csv::Content::Number : documents::csv::Content::Text;
}

class CsvRows final : public Rows {
public:
    CsvRows(const documents::ByteSink& sink, const documents::csv::WriteOptions& options, const std::vector<std::string>& header) : writer_(sink, options) { writer_.row(header); }

    void cell(const query::Column& column, const Cell& cell) override {
        using documents::csv::Content;
        if (cell.is_null()) return writer_.cell({});
        if (!column.field) return cell.is_text() ? writer_.cell(cell.text()) : writer_.cell(computed(cell), Content::Number);
        const metadata::FieldType& type = column.field->value_type();
        writer_.cell(type.text(cell, *column.field), content_of(type));
    }
    void end_row() override { writer_.end_row(); }
    void finish() override { writer_.flush(); }

private:
    documents::csv::Writer writer_;
};

class XlsxRows final : public Rows {
public:
    XlsxRows(const documents::ByteSink& sink, std::vector<std::string> header) : writer_(sink, std::move(header)) {}

    void cell(const query::Column& column, const Cell& cell) override {
        if (cell.is_null()) return writer_.empty();
        if (!column.field) return cell.is_text() ? writer_.text(cell.text()) : writer_.number(computed(cell));
        const metadata::FieldType& type = column.field->value_type();
        if (type.shape() == metadata::Shape::Boolean) return writer_.boolean(cell.integer() != 0);
        if (type.shape() == metadata::Shape::Date) return writer_.date(Date(cell.integer()));
        if (type.shape() == metadata::Shape::DateTime) return writer_.moment(DateTime(cell.integer()));
        const std::string text = type.text(cell, *column.field);
        if (is_number(type)) writer_.number(text);
        else writer_.text(text);
    }
    void end_row() override { writer_.end_row(); }
    void finish() override { writer_.finish(); }

private:
    documents::xlsx::Writer writer_;
};

std::unique_ptr<Rows> rows_for(const Request& request, const documents::ByteSink& sink, std::vector<std::string> header) {
    if (request.format == Format::Xlsx) return std::make_unique<XlsxRows>(sink, std::move(header));
    return std::make_unique<CsvRows>(sink, request.writing, header);
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
    std::vector<std::string> header;
    for (std::size_t i : shown) header.push_back(columns[i].name);
    const auto writer = rows_for(request, sink, std::move(header));
    query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
        for (std::size_t i : shown) writer->cell(columns[i], cells[i]);
        writer->end_row();
        ++rows;
    });
    writer->finish();
    return rows;
}

}  // namespace

std::int64_t write_records(storage::Database& database, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink) {
    const query::Statement statement = compiled(catalogue, actor, request, database.dialect());
    return database.read([&](storage::Session& session) { return write_rows(session, statement, request, sink); }, request.limit);
}

std::int64_t write_records(storage::Session& session, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink) {
    return write_rows(session, compiled(catalogue, actor, request, session.dialect()), request, sink);
}

}  // namespace rapport::exports
