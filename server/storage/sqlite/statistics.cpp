#include "storage/sqlite/statistics.h"

#include <sqlite3.h>

#include <algorithm>

#include "base/failure.h"
#include "base/log.h"

namespace rapport::storage {
namespace {

constexpr std::int64_t shortest_wait = 10'000;
constexpr std::int64_t share = 5;  // a fifth of all rows

}  // namespace

Statistics::Statistics(Connection& writer, std::function<void()> refreshed) : writer_(writer), refreshed_(std::move(refreshed)), due_(wait()) {}

/// Everybody who writes waits while they are taken: the longer it takes, the less often it is done.
std::int64_t Statistics::wait() {
    bool known = writer_.number("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'") != 0;
    if (!known) return shortest_wait / 10;
    std::int64_t rows = writer_.number("SELECT sum(rows) FROM (SELECT max(CAST(stat AS INTEGER)) AS rows FROM sqlite_stat1 GROUP BY tbl)");
    return std::max(shortest_wait, rows / share);
}

void Statistics::follow() {
    std::int64_t changes = sqlite3_total_changes64(writer_.handle());
    if (changes < due_) return;
    try {
        // A thousand entries of an index say enough about it, and take the same time however many there are.
        writer_.run("PRAGMA analysis_limit = 1000; ANALYZE");
        refreshed_();
    } catch (const Failure& failure) {
        log::warning("the statistics of the indexes were not renewed, questions may be slower until the next time: {}", failure.what());
    }
    due_ = changes + wait();
}

}  // namespace rapport::storage
