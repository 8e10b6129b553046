#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "imports/prepared_row.h"
#include "imports/references.h"
#include "imports/report.h"

namespace rapport::imports {

/// A record that is in, without a reference to a record that may come later in the file.
struct LateRow {
    std::size_t line = 0;
    RecordId id;
    std::vector<std::string> cells;
};

/// How the rows of a batch are saved. Together costs about half, but one bad row makes it start again, one by one.
enum class Saving { Together, OneByOne };

/// What a batch of rows did, to be taken over when its transaction is committed.
struct BatchResult {
    Counts counts;
    std::vector<RowError> errors;
    std::vector<LateRow> late;
    std::set<std::string> changed_objects;
    Saving next = Saving::Together;  // what to try with the next batch: bad rows come in company
};

/// Turns rows into operations and runs them, inside a transaction that the caller has open. Keeps nothing of its own, so
/// that the transaction can run again.
class Batch {
public:
    struct Setting {
        const Mapping& mapping;
        records::Service& service;
        References& references;
        const security::Actor& actor;
        Saving saving;
        records::ChangeSet& change_set;
    };
    Batch(const Setting& setting, storage::Session& session);

    /// Creates or updates a record from each row.
    BatchResult import_rows(const std::vector<PreparedRow>& rows);
    /// Sets what rows that are in refer to, after all rows are in: `ids` are their records.
    BatchResult set_late_references(const std::vector<PreparedRow>& rows, const std::vector<RecordId>& ids);

private:
    struct Pending {
        const PreparedRow* row;
        records::Operation operation;
        bool late;
    };

    void find_matches(const std::vector<PreparedRow>& rows);
    void prefetch_references(const std::vector<PreparedRow>& rows);
    void add_row(const PreparedRow& row);
    Result<records::Operation> operation_for(const PreparedRow& row) const;
    /// Sets the references of an operation; answers whether some are left for later. Problem: of the first that fails.
    Result<bool> add_references(const PreparedRow& row, records::Operation& operation);
    Result<bool> add_reference(const PreparedRow::Reference& reference, const PreparedRow& row, records::Operation& operation, bool last_chance);
    void run_pending();
    std::vector<records::Outcome> apply(const std::vector<records::Operation>& operations);
    void take_outcome(const Pending& pending, const records::Outcome& outcome);
    void fail(const PreparedRow& row, std::string message);
    std::string message_of(const Failure& failure) const;

    const Mapping& mapping_;
    records::Service& service_;
    References& references_;
    records::Run run_;
    Saving saving_;
    Lookup lookup_;
    BatchResult result_;
    std::vector<Pending> pending_;
    std::set<std::string> pending_keys_;
    std::unordered_map<std::string, std::vector<FoundRecord>> matches_;  // by PreparedRow::match_key()
};

}  // namespace rapport::imports
