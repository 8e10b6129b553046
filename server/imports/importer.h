#pragma once

#include <functional>
#include <memory>
#include <string>

#include "documents/table/open_table.h"
#include "imports/mapping_reader.h"
#include "imports/report.h"
#include "imports/run_store.h"
#include "records/service.h"

namespace rapport::imports {

enum class Keep {
    Rows,     // what is imported stays
    Nothing,  // a dry run: all of it is done and undone, and the counts say what would be
};

/// A file to import and how to.
struct Request {
    MappingRequest mapping;
    /// Opens the file from its beginning; called more than once.
    std::function<documents::ByteSource()> open;
    std::string file_name;
    std::int64_t total_bytes = 0;  // 0 when unknown
    documents::TableOptions reading = {};
    Keep keep = Keep::Rows;
    std::size_t after_line = 0;  // leaves out the lines up to here: an interrupted import goes on after its last_line
    std::size_t rows_per_transaction = 500;
    /// Runs a block in a transaction; one of the database, when nothing else is said.
    std::function<void(const std::function<void(storage::Session&)>&)> transaction = {};
};

/// Called after each batch of rows; a Failure that it throws ends the import there.
using ProgressListener = std::function<void(const Report&)>;

/// Brings rows of files into records: CSV, workbooks, cards. See docs/import.md.
///
/// Rows go in by batches, each in one transaction with the progress that tells of it, so that after a crash the report
/// says exactly which rows are in. Memory does not grow with the file.
class Importer {
public:
    explicit Importer(records::Service& service) : service_(service), store_(service.database()) {}

    /// Checks header and mapping, and notes the import as running; answers its id.
    /// Throws what read_mapping() and open_table() throw, and Failure(Forbidden, "import_forbidden").
    std::int64_t begin(const security::Actor& actor, const Request& request);
    /// Carries out what was begun; answers the final report. A failure that concerns the whole is in the report and is
    /// thrown on; failures of rows are in the report alone.
    Report carry_out(std::int64_t run, const security::Actor& actor, const Request& request, const ProgressListener& listener = {});
    /// Both.
    Report run(const security::Actor& actor, const Request& request, const ProgressListener& listener = {});

    /// Throws Failure(NotFound, "unknown_import") when there is none, or it is somebody else's; administrators see all.
    Report report(const security::Actor& actor, std::int64_t run);
    std::vector<Report> reports(const security::Actor& actor, std::int64_t limit);
    /// Ends a running import after its current batch; the rows before stay. Answers the report.
    Report cancel(const security::Actor& actor, std::int64_t run);
    /// The rows that failed as CSV: the columns of the file, then `line` and `error`. It can be mended and imported again.
    void write_errors(const security::Actor& actor, std::int64_t run, const documents::ByteSink& sink);

private:
    records::Service& service_;
    RunStore store_;
};

}  // namespace rapport::imports
