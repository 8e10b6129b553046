#include "storage/sqlite/statistics.h"

#include <sqlite3.h>

#include <algorithm>

#include "base/failure.h"
#include "base/log.h"

namespace rapport::storage {
namespace {

constexpr std::int64_t first_wait = 10'000;
constexpr std::int64_t longest_wait = 5'000'000;

}  // namespace

Statistics::Statistics(Connection& writer, std::function<void()> refreshed) : writer_(writer), refreshed_(std::move(refreshed)), due_(first_wait), wait_(first_wait) {
    bool known = writer_.number("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'") != 0;
    if (!known) due_ = 1'000;
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
    due_ = changes + wait_;
    wait_ = std::min(wait_ * 2, longest_wait);
}

}  // namespace rapport::storage
