#include "imports/run_store.h"

namespace rapport::imports {
namespace {

constexpr std::string_view report_columns =
    "id, state, object, file_name, match_field, dry_run, rows_read, rows_created, rows_updated, rows_unchanged, rows_failed, "
    "rows_incomplete, also_created, last_line, bytes_read, bytes_total, started_at, finished_at, alive_until, user_id, notes, failure, change_set";

Json json_of(const std::vector<std::string>& texts) {
    Json::Array out;
    for (const std::string& text : texts) out.emplace_back(text);
    return out;
}

std::vector<std::string> texts_of(std::string_view json) {
    std::vector<std::string> out;
    const Json texts = Json::parse(json);
    for (const Json& text : texts.array()) out.push_back(text.string());
    return out;
}

std::string text_of(const std::vector<Problem>& notes) {
    Json::Array out;
    for (const Problem& note : notes) out.push_back(Json::Members{{"field", note.field}, {"code", note.code}, {"message", note.message}});
    return Json(std::move(out)).text();
}

std::vector<Problem> notes_of(std::string_view json) {
    std::vector<Problem> out;
    const Json notes = Json::parse(json);
    for (const Json& note : notes.array()) out.push_back({note["field"].string(), note["code"].string(), note["message"].string()});
    return out;
}

State state_of(std::string_view name) {
    for (State state : {State::Running, State::Done, State::Interrupted, State::Cancelled})
        if (name == name_of(state)) return state;
    return State::Failed;
}

Report report_of(const storage::Cursor& row, DateTime now) {
    Report report;
    int i = 0;
    report.id = row.integer(i++);
    report.state = state_of(row.text(i++));
    report.object = row.text(i++);
    report.file_name = row.text(i++);
    report.match = row.text(i++);
    report.dry_run = row.integer(i++) != 0;
    for (std::int64_t* count : {&report.counts.rows, &report.counts.created, &report.counts.updated, &report.counts.unchanged,
                                &report.counts.failed, &report.counts.incomplete, &report.counts.also_created})
        *count = row.integer(i++);
    report.last_line = static_cast<std::size_t>(row.integer(i++));
    report.bytes = row.integer(i++);
    report.total_bytes = row.integer(i++);
    report.started_at = DateTime(row.integer(i++));
    report.finished_at = DateTime(row.integer(i++));
    bool alive = row.integer(i++) > now.microseconds();
    report.user = RecordId(row.integer(i++));
    report.notes = notes_of(row.text(i++));
    report.failure = row.text(i++);
    report.change_set = row.value(i++).integer_or(0);
    if (report.state == State::Running && !alive) report.state = State::Interrupted;
    return report;
}

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(session.dialect().create_table(
        "import_run",
        "state TEXT NOT NULL, object TEXT NOT NULL, file_name TEXT NOT NULL, match_field TEXT NOT NULL, dry_run BIGINT NOT NULL, "
        "rows_read BIGINT NOT NULL, rows_created BIGINT NOT NULL, rows_updated BIGINT NOT NULL, rows_unchanged BIGINT NOT NULL, "
        "rows_failed BIGINT NOT NULL, rows_incomplete BIGINT NOT NULL, also_created BIGINT NOT NULL, last_line BIGINT NOT NULL, "
        "bytes_read BIGINT NOT NULL, bytes_total BIGINT NOT NULL, started_at BIGINT NOT NULL, finished_at BIGINT NOT NULL, "
        "alive_until BIGINT NOT NULL, user_id BIGINT NOT NULL, header TEXT NOT NULL, notes TEXT NOT NULL, failure TEXT NOT NULL",
        1));
    session.execute_script(
        "CREATE TABLE import_error (run_id BIGINT NOT NULL, line BIGINT NOT NULL, cells TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (run_id, line));"
        "CREATE TABLE import_late_row (run_id BIGINT NOT NULL, line BIGINT NOT NULL, record_id BIGINT NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (run_id, line))");
}

void add_change_sets(storage::Session& session) { session.execute_script("ALTER TABLE import_run ADD COLUMN change_set BIGINT"); }

std::int64_t RunStore::begin(const Report& report, const std::vector<std::string>& header) {
    std::int64_t alive_until = report.started_at.microseconds() + lease;
    return database_.write([&](storage::Session& session) {
        return session.insert(
            "INSERT INTO import_run (state, object, file_name, match_field, dry_run, rows_read, rows_created, rows_updated, rows_unchanged, "
            "rows_failed, rows_incomplete, also_created, last_line, bytes_read, bytes_total, started_at, finished_at, alive_until, user_id, "
            "header, notes, failure) VALUES ('running', ?1, ?2, ?3, ?4, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?5, ?6, 0, ?7, ?8, ?9, ?10, '')",
            {report.object, report.file_name, report.match, static_cast<int>(report.dry_run), report.total_bytes,
             report.started_at.microseconds(), alive_until, report.user.number(), json_of(header).text(), text_of(report.notes)});
    });
}

void RunStore::save_progress(storage::Session& session, const Report& report) {
    const Counts& counts = report.counts;
    std::int64_t changed = session.execute(
        "UPDATE import_run SET rows_read = ?2, rows_created = ?3, rows_updated = ?4, rows_unchanged = ?5, rows_failed = ?6, "
        "rows_incomplete = ?7, also_created = ?8, last_line = ?9, bytes_read = ?10, alive_until = ?11, change_set = ?12 WHERE id = ?1 AND state = 'running'",
        {report.id, counts.rows, counts.created, counts.updated, counts.unchanged, counts.failed, counts.incomplete, counts.also_created,
         static_cast<std::int64_t>(report.last_line), report.bytes, DateTime::now().microseconds() + lease, report.change_set ? Value(report.change_set) : Value()});
    if (changed == 0) throw Failure(FailureKind::Conflict, "import_cancelled", "The import was cancelled; the rows before are in.");
}

void RunStore::add_errors(storage::Session& session, std::int64_t run, const std::vector<RowError>& errors) {
    for (const RowError& error : errors)
        session.execute("INSERT INTO import_error (run_id, line, cells, message) VALUES (?1, ?2, ?3, ?4)",
                        {run, static_cast<std::int64_t>(error.line), json_of(error.cells).text(), error.message});
}

void RunStore::finish(const Report& report) {
    database_.write([&](storage::Session& session) { finish(session, report); });
}

void RunStore::finish(storage::Session& session, const Report& report) {
    save_progress(session, report);
    session.execute("UPDATE import_run SET state = ?2, finished_at = ?3, failure = ?4, notes = ?5 WHERE id = ?1",
                    {report.id, name_of(report.state), report.finished_at.microseconds(), report.failure, text_of(report.notes)});
}

void RunStore::add_late(storage::Session& session, std::int64_t run, const std::vector<LateRow>& rows) {
    for (const LateRow& row : rows)
        session.execute("INSERT INTO import_late_row (run_id, line, record_id, cells) VALUES (?1, ?2, ?3, ?4)",
                        {run, static_cast<std::int64_t>(row.line), row.id.number(), json_of(row.cells).text()});
}

std::vector<LateRow> RunStore::late_after(storage::Session& session, std::int64_t run, std::size_t line, std::int64_t limit) {
    std::vector<LateRow> rows;
    auto cursor = session.query("SELECT line, record_id, cells FROM import_late_row WHERE run_id = ?1 AND line > ?2 ORDER BY line LIMIT ?3",
                                {run, static_cast<std::int64_t>(line), limit});
    while (cursor->next())
        rows.push_back({static_cast<std::size_t>(cursor->integer(0)), RecordId(cursor->integer(1)), texts_of(cursor->text(2))});
    return rows;
}

void RunStore::forget_late(storage::Session& session, std::int64_t run, std::size_t line) {
    session.execute("DELETE FROM import_late_row WHERE run_id = ?1 AND line <= ?2", {run, static_cast<std::int64_t>(line)});
}

std::optional<Report> RunStore::find(std::int64_t run, DateTime now) {
    return database_.read([&](storage::Session& session) -> std::optional<Report> {
        auto row = session.query("SELECT " + std::string(report_columns) + " FROM import_run WHERE id = ?1", {run});
        if (!row->next()) return std::nullopt;
        return report_of(*row, now);
    });
}

std::vector<Report> RunStore::list(std::optional<RecordId> user, std::int64_t limit, DateTime now) {
    return database_.read([&](storage::Session& session) {
        std::string sql = "SELECT " + std::string(report_columns) + " FROM import_run" + (user ? " WHERE user_id = ?2" : "") + " ORDER BY id DESC LIMIT ?1";
        std::vector<Value> parameters = {limit};
        if (user) parameters.emplace_back(user->number());
        std::vector<Report> reports;
        auto row = session.query(sql, parameters);
        while (row->next()) reports.push_back(report_of(*row, now));
        return reports;
    });
}

bool RunStore::cancel(std::int64_t run) {
    return database_.write([&](storage::Session& session) { return cancel(session, run); });
}

bool RunStore::cancel(storage::Session& session, std::int64_t run) {
    return session.execute("UPDATE import_run SET state = 'cancelled', finished_at = ?2 WHERE id = ?1 AND state = 'running'", {run, DateTime::now().microseconds()}) > 0;
}

std::vector<std::string> RunStore::header(std::int64_t run) {
    return database_.read([&](storage::Session& session) {
        std::optional<Value> header = session.value("SELECT header FROM import_run WHERE id = ?1", {run});
        return header ? texts_of(header->text()) : std::vector<std::string>();
    });
}

void RunStore::for_each_error(std::int64_t run, const std::function<void(const RowError&)>& visit) {
    database_.read([&](storage::Session& session) {
        auto row = session.query("SELECT line, cells, message FROM import_error WHERE run_id = ?1 ORDER BY line", {run});
        while (row->next()) visit({static_cast<std::size_t>(row->integer(0)), texts_of(row->text(1)), std::string(row->text(2))});
    });
}

}  // namespace rapport::imports
