#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "documents/byte_source.h"
#include "imports/batch.h"
#include "imports/report.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::imports {

/// Makes the tables of imports; one of the migrations.
void create_tables(storage::Session& session);
/// Makes the table of their files; another one.
void create_file_table(storage::Session& session);
/// A later one: the change set of each import, by which it can be undone.
void add_change_sets(storage::Session& session);

/// Keeps what became of imports, so that it can be asked for after the program started anew.
class RunStore {
public:
    /// How long a run counts as alive after its last batch.
    static constexpr std::int64_t lease = 30 * DateTime::second;

    explicit RunStore(storage::Database& database) : database_(database) {}

    /// A new run; answers its id.
    std::int64_t begin(const Report& report, const std::vector<std::string>& header);
    /// After each batch, in its transaction. Throws Failure(Conflict, "import_cancelled") when somebody cancelled the run.
    void save_progress(storage::Session& session, const Report& report);
    void add_errors(storage::Session& session, std::int64_t run, const std::vector<RowError>& errors);
    void finish(const Report& report);
    void finish(storage::Session& session, const Report& report);

    // Rows that wait for records that may come later in the file.
    void add_late(storage::Session& session, std::int64_t run, const std::vector<LateRow>& rows);
    std::vector<LateRow> late_after(storage::Session& session, std::int64_t run, std::size_t line, std::int64_t limit);
    /// Those up to a line.
    void forget_late(storage::Session& session, std::int64_t run, std::size_t line);

    // Files of imports that are done by the queue of jobs.

    /// Keeps the file until forget_file(). In several transactions.
    void keep_file(std::int64_t run, documents::ByteSource file);
    documents::ByteSource open_file(std::int64_t run);
    void forget_file(std::int64_t run);
    static void forget_file(storage::Session& session, std::int64_t run);
    /// Those of imports that ended before that moment: what failed could be tried again until then.
    void forget_old_files(DateTime before);
    /// The run counts as alive, however long it waits, because its job does.
    void wait_in_queue(storage::Session& session, std::int64_t run);
    /// Another attempt at a run that its process left, or that failed. Answers false when it was cancelled.
    bool resume(std::int64_t run);

    /// The report; none when there is no such run. A run whose process has gone for longer than its lease is Interrupted.
    std::optional<Report> find(std::int64_t run, DateTime now = DateTime::now());
    /// The newest first; those of one person, or all.
    std::vector<Report> list(std::optional<RecordId> user, std::int64_t limit, DateTime now = DateTime::now());
    /// Answers false when the run had ended already.
    bool cancel(std::int64_t run);
    static bool cancel(storage::Session& session, std::int64_t run);
    std::vector<std::string> header(std::int64_t run);
    /// In the order of the file.
    void for_each_error(std::int64_t run, const std::function<void(const RowError&)>& visit);

private:
    storage::Database& database_;
};

}  // namespace rapport::imports
