#pragma once

#include <cstdint>

#include "documents/csv/writer.h"
#include "metadata/catalogue.h"
#include "query/query.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::exports {

enum class Format {
    Csv,
    Xlsx,  // a workbook
};

/// What to export, for whom.
struct Request {
    query::Select select;  // from a list request or from SOQL; without a limit all rows
    query::Restricted::Trash trash = query::Restricted::Trash::Exclude;
    Format format = Format::Csv;
    documents::csv::WriteOptions writing = {};  // of CSV
    storage::ReadLimit limit = {std::chrono::minutes(30)};
};

/// Writes the rows that this actor may see as a table: one column a field, named by its path ("account.name"), so that an
/// import finds the fields again. Answers how many rows. Memory does not grow with them: each goes to the sink as it comes.
///
/// Throws what query::bind() throws, before the first byte; Failure(Forbidden, "export_forbidden"); Failure(Invalid, "subquery_in_export") for (SELECT …) among the
/// fields, which has no place in a table; Failure(Unavailable, "deadline_exceeded") when the sink takes longer than the limit.
std::int64_t write_records(storage::Database& database, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink);
/// The same within a session, for several exports of one moment.
std::int64_t write_records(storage::Session& session, const metadata::CataloguePointer& catalogue, const security::Actor& actor,
                       const Request& request, const documents::ByteSink& sink);

}  // namespace rapport::exports
