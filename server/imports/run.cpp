#include "imports/run.h"

#include "base/log.h"

namespace rapport::imports {
namespace {

/// A dry run keeps the first errors in memory: enough to mend a file by, and bounded.
constexpr std::size_t most_dry_errors = 10'000;
constexpr std::size_t most_dry_error_bytes = std::size_t{16} << 20;
/// A batch is cut short when its rows are large.
constexpr std::size_t most_batch_bytes = std::size_t{8} << 20;

/// Ends the transaction of a dry run so that nothing of it stays.
struct Undo {};

std::size_t size_of(const documents::Row& row) {
    std::size_t size = 0;
    for (std::string_view cell : row.cells) size += cell.size();
    return size;
}

documents::Row row_of(const LateRow& late) {
    documents::Row row;
    row.line = late.line;
    row.cells.assign(late.cells.begin(), late.cells.end());
    return row;
}

}  // namespace

Run::Run(records::Service& service, RunStore& store, const security::Actor& actor, const Request& request, const ProgressListener& listener)
    : service_(service), store_(store), actor_(actor), request_(request), listener_(listener) {}

Report Run::carry_out(Report report) {
    report_ = std::move(report);
    try {
        if (request_.keep == Keep::Rows) keep_rows();
        else keep_nothing();
    } catch (const std::exception& failure) {
        if (auto stored = store_.find(report_.id); stored && stored->state == State::Cancelled) return *stored;
        report_.state = State::Failed;
        report_.failure = failure.what();
        report_.finished_at = DateTime::now();
        try {
            store_.finish(report_);
        } catch (const Failure& second) {
            log::warning("The failure of import {} could not be noted: {}", report_.id, second.what());
        }
        throw;
    }
    return report_;
}

void Run::keep_rows() {
    import_file([&](const auto& block) { request_.transaction ? request_.transaction(block) : service_.database().write(block); });
    report_.state = State::Done;
    report_.finished_at = DateTime::now();
    store_.finish(report_);
}

/// One transaction for all, so that rows see the rows before them; then it is undone.
void Run::keep_nothing() {
    const Report begun = report_;
    try {
        service_.database().write([&](storage::Session& session) {
            report_ = begun;
            dry_errors_.clear();
            dry_error_bytes_ = 0;
            import_file([&](const auto& block) { block(session); });
            throw Undo();
        });
    } catch (const Undo&) {
    }
    report_.state = State::Done;
    report_.finished_at = DateTime::now();
    if (report_.counts.failed + report_.counts.incomplete > static_cast<std::int64_t>(dry_errors_.size()))
        report_.notes.push_back({"", "more_errors", "Only the first " + std::to_string(dry_errors_.size()) + " of the rows that would fail were kept."});
    service_.database().write([&](storage::Session& session) {
        store_.add_errors(session, report_.id, dry_errors_);
        store_.finish(session, report_);
    });
}

void Run::import_file(const Transaction& transaction) {
    import_rows(transaction);
    set_late_references(transaction);
}

void Run::import_rows(const Transaction& transaction) {
    const auto table = documents::open_table(request_.open(), request_.reading);
    mapping_ = read_mapping(request_.mapping, Columns(table->header()), service_.registry().current(), actor_);
    references_ = std::make_unique<References>(mapping_, service_);

    documents::Row row;
    for (bool more = true; more;) {
        std::vector<PreparedRow> rows;
        std::size_t bytes = 0;
        while (rows.size() < request_.rows_per_transaction && bytes < most_batch_bytes && (more = table->next(row))) {
            if (row.line <= request_.after_line) continue;
            bytes += size_of(row);
            PreparedRow prepared(row, mapping_);
            if (!prepared.is_empty()) rows.push_back(std::move(prepared));
        }
        if (rows.empty()) continue;
        Report next = report_;
        next.last_line = rows.back().line();
        next.bytes = static_cast<std::int64_t>(table->bytes_read());
        run_batch(transaction, std::move(next), [&](Batch& batch) { return batch.import_rows(rows); });
    }
}

void Run::set_late_references(const Transaction& transaction) {
    for (std::size_t line = 0;;) {
        std::vector<LateRow> late;
        transaction([&](storage::Session& session) { late = store_.late_after(session, report_.id, line, static_cast<std::int64_t>(request_.rows_per_transaction)); });
        if (late.empty()) break;
        line = late_done_ = late.back().line;
        std::vector<PreparedRow> rows;
        std::vector<RecordId> ids;
        for (const LateRow& one : late) {
            rows.emplace_back(row_of(one), mapping_);
            ids.push_back(one.id);
        }
        run_batch(transaction, report_, [&](Batch& batch) { return batch.set_late_references(rows, ids); });
    }
}

/// Runs a batch and notes what it did in the same transaction; takes it over when that is committed.
void Run::run_batch(const Transaction& transaction, Report next, const Work& work) {
    const bool keeps = request_.keep == Keep::Rows;
    BatchResult result;
    const Report before = next;
    transaction([&](storage::Session& session) {
        next = before;
        records::ChangeSet change_set(actor_, records::Source::Import, "import");
        change_set.set_about(mapping_.object->name, {});
        if (next.change_set) change_set.go_on(next.change_set);
        Batch batch({mapping_, service_, *references_, actor_, saving_, change_set}, session);
        result = work(batch);
        change_set.close(session);
        next.change_set = keeps ? change_set.number() : 0;
        next.counts += result.counts;
        store_.add_late(session, next.id, result.late);
        if (late_done_ > 0) store_.forget_late(session, next.id, late_done_);
        if (!keeps) return;
        store_.add_errors(session, next.id, result.errors);
        store_.save_progress(session, next);
    });
    references_->keep_batch();
    report_ = std::move(next);
    saving_ = result.next;
    if (keeps) service_.announce(result.changed_objects);
    else keep_dry_errors(std::move(result.errors));
    if (listener_) listener_(report_);
}

void Run::keep_dry_errors(std::vector<RowError> errors) {
    for (RowError& error : errors) {
        for (const std::string& cell : error.cells) dry_error_bytes_ += cell.size();
        if (dry_errors_.size() < most_dry_errors && dry_error_bytes_ < most_dry_error_bytes) dry_errors_.push_back(std::move(error));
    }
}

}  // namespace rapport::imports
