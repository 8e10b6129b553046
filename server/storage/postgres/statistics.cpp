#include "storage/postgres/statistics.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/log.h"
#include "storage/postgres/postgres_session.h"

namespace rapport::storage {
namespace {

constexpr std::int64_t first_wait = 1'000;
constexpr std::int64_t shortest_wait = 10'000;
constexpr std::int64_t share = 5;  // a fifth of all rows

std::string quoted(const std::string& name) {
    std::string out = "\"";
    for (char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

}  // namespace

Statistics::Statistics(ConnectionPool& pool, std::string schema)
    : pool_(pool), schema_(std::move(schema)), due_(first_wait), thread_([this](const std::stop_token& stop) { work(stop); }) {}

void Statistics::note(std::int64_t rows) {
    const std::lock_guard lock(mutex_);
    rows_ += rows;
    if (rows_ >= due_) changed_.notify_one();
}

void Statistics::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [&] { return rows_ >= due_; })) {
        rows_ = 0;
        due_ = shortest_wait;
        lock.unlock();
        try {
            take();
        } catch (const Failure& failure) {
            log::warning("the statistics of the tables were not renewed, questions may be slower until the next time: {}", failure.what());
        }
        lock.lock();
    }
}

void Statistics::take() {
    const ConnectionPool::Lease connection(pool_, std::chrono::steady_clock::now() + std::chrono::seconds(30));
    std::vector<std::string> tables;
    std::int64_t all = 0;
    {
        PostgresSession session(*connection, PostgresSession::Access::Read, no_deadline);
        const EndOfSession end(session);
        auto rows = session.query("SELECT relname, n_live_tup, n_mod_since_analyze FROM pg_stat_user_tables WHERE schemaname = ?1", std::array{Value(schema_)});
        while (rows->next()) {
            all += rows->integer(1);
            if (rows->integer(2) * share > rows->integer(1)) tables.emplace_back(rows->text(0));
        }
    }
    for (const std::string& table : tables) (*connection).run_script("ANALYZE " + quoted(schema_) + "." + quoted(table));
    const std::lock_guard lock(mutex_);
    due_ = std::max(shortest_wait, all / share);
}

}  // namespace rapport::storage
