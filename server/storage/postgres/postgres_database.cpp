#include "storage/postgres/postgres_database.h"

#include <algorithm>
#include <random>
#include <thread>

#include "storage/postgres/connection_pool.h"
#include "storage/postgres/postgres_dialect.h"
#include "storage/postgres/postgres_schema.h"
#include "storage/postgres/postgres_session.h"
#include "storage/postgres/statistics.h"

namespace rapport::storage {
namespace {

using namespace std::chrono_literals;

constexpr int most_runs = 30;
constexpr auto wait_for_connection = 30s;

/// Waits longer from time to time, and never as long as others, so that two that met do not meet again.
void back_off(int run) {
    thread_local std::minstd_rand random(std::random_device{}());
    const int most_milliseconds = 1 << std::min(run, 7);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % static_cast<unsigned>(1000 * most_milliseconds)));
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const PostgresOptions& options)
        : settings_(options), pool_(settings_, static_cast<std::size_t>(std::max(options.connections, 1))), statistics_(pool_, options.schema) {
        const ConnectionPool::Lease connection(pool_, in(wait_for_connection));
        prepare_schema(*connection, options.schema);
    }

    const Dialect& dialect() const override { return postgres_dialect(); }

    void run_read(const std::function<void(Session&)>& block, ReadLimit limit) override {
        const Deadline deadline = in(limit.deadline);
        const ConnectionPool::Lease connection(pool_, deadline);
        PostgresSession session(*connection, PostgresSession::Access::Read, deadline);
        const EndOfSession end(session);
        block(session);
    }

    void run_write(const std::function<void(Session&)>& block) override {
        for (int run = 1; !try_write(block, run); ++run) back_off(run);
    }

private:
    static Deadline in(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }

    /// Answers false when the block has to run again.
    bool try_write(const std::function<void(Session&)>& block, int run) {
        const ConnectionPool::Lease connection(pool_, in(wait_for_connection));
        PostgresSession session(*connection, PostgresSession::Access::Write, no_deadline);
        const EndOfSession end(session);
        try {
            block(session);
            session.commit();
            statistics_.note(session.changed_rows());
            return true;
        } catch (...) {
            if (!session.is_worth_another_run() || run == most_runs) throw;
            return false;
        }
    }

    PostgresSettings settings_;
    ConnectionPool pool_;
    Statistics statistics_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(PostgresOptions options) { return std::make_unique<PostgresDatabase>(options); }

}  // namespace rapport::storage
