#pragma once

#include "imports/importer.h"

namespace rapport::imports {

/// One import from the file's first row to its last.
class Run {
public:
    Run(records::Service& service, RunStore& store, const security::Actor& actor, const Request& request, const ProgressListener& listener);

    /// Answers the final counts; `report` is as begin() noted it.
    Report carry_out(Report report);

private:
    /// Runs a block in a transaction: of its own, or for a dry run in the one that is undone at the end.
    using Transaction = std::function<void(const std::function<void(storage::Session&)>&)>;
    using Work = std::function<BatchResult(Batch&)>;

    void keep_rows();
    void keep_nothing();
    void import_file(const Transaction& transaction);
    void import_rows(const Transaction& transaction);
    void set_late_references(const Transaction& transaction);
    void run_batch(const Transaction& transaction, Report next, const Work& work);
    void keep_dry_errors(std::vector<RowError> errors);

    records::Service& service_;
    RunStore& store_;
    const security::Actor& actor_;
    const Request& request_;
    const ProgressListener& listener_;
    Mapping mapping_;
    std::unique_ptr<References> references_;
    Report report_;
    Saving saving_ = Saving::Together;
    std::size_t late_done_ = 0;         // rows up to this line wait no more
    std::vector<RowError> dry_errors_;  // of a dry run, whose transaction leaves nothing behind
    std::size_t dry_error_bytes_ = 0;
};

}  // namespace rapport::imports
