#include "storage/sqlite/sqlite_database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <thread>

#include "base/failure.h"
#include "base/log.h"
#include "storage/sqlite/collation.h"
#include "storage/sqlite/reader_pool.h"
#include "storage/sqlite/sqlite_dialect.h"
#include "storage/sqlite/sqlite_session.h"
#include "storage/sqlite/writer.h"

namespace rapport::storage {
namespace {

constexpr std::int64_t application_id = 0x52617070;  // "Rapp", in the header of the file

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::filesystem::path& file, std::unique_ptr<Connection> connection)
        : readers_(file), writer_(std::move(connection), [this] { readers_.renew(); }) {}
    /// The writer's connection is closed last: it alone can bring the journal into the database and remove it.
    ~SqliteDatabase() override { readers_.close(); }

    const Dialect& dialect() const override { return sqlite_dialect(); }

    void run_read(const std::function<void(Session&)>& block, ReadLimit limit) override {
        Reading reading(readers_, limit);
        SqliteSession session(reading.connection());
        block(session);
    }

    void run_write(const std::function<void(Session&)>& block) override { writer_.run(block); }

private:
    /// One snapshot on one connection, until it goes out of scope.
    class Reading {
    public:
        Reading(ReaderPool& readers, ReadLimit limit) : readers_(readers), connection_(readers.take()) {
            connection_->set_deadline(std::chrono::steady_clock::now() + limit.deadline);
            connection_->begin();
        }
        ~Reading() {
            connection_->clear_deadline();
            connection_->end_read();
            readers_.give_back(std::move(connection_));
        }
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;
        Connection& connection() { return *connection_; }

    private:
        ReaderPool& readers_;
        std::unique_ptr<Connection> connection_;
    };

    ReaderPool readers_;
    Writer writer_;
};

Failure cannot_open(const std::filesystem::path& file, std::string_view reason) {
    return Failure(FailureKind::Unavailable, "storage_error",
                   "The database " + file.string() + " cannot be opened: " + std::string(reason) +
                       ". Choose a folder that Rapport may write to.");
}

/// Customers' data is for the owner of the process alone; the files that SQLite puts beside it take after this one.
void make_file(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) throw cannot_open(file, error.message());
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw cannot_open(file, std::generic_category().message(errno));
    ::close(descriptor);
}

/// Changing to WAL needs the file for oneself for a moment, and SQLite does not wait for that by itself.
void switch_to_wal(Connection& connection) {
    using namespace std::chrono_literals;
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    while (true) {
        try {
            connection.run("PRAGMA journal_mode = WAL");
            return;
        } catch (const Failure& failure) {
            if (failure.code() != "database_busy" || std::chrono::steady_clock::now() > give_up) throw;
            std::this_thread::sleep_for(5ms);
        }
    }
}

void refuse_foreign(Connection& connection, const std::filesystem::path& file) {
    if (connection.number("PRAGMA application_id") == application_id) return;
    if (connection.number("SELECT count(*) FROM sqlite_master") == 0) return;
    throw Failure(FailureKind::Invalid, "not_a_database",
                  "The file " + file.string() + " is a database of another program. Move it away, or choose another folder.");
}

void mark_as_ours(Connection& connection) {
    if (connection.number("PRAGMA application_id") == application_id) return;
    connection.run("PRAGMA application_id = " + std::to_string(application_id));
    connection.run("CREATE TABLE storage_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
}

/// Indexes are in the order of the collation; when a new ICU orders texts differently, they are built again.
void check_collation(Connection& connection) {
    SqliteSession session(connection);
    const std::string version = collation_version();
    const auto built_with = session.value("SELECT value FROM storage_fact WHERE name = 'collation_version'");
    if (built_with == Value(version)) return;
    if (built_with) {
        log::warning("texts are ordered by ICU {} now, not {}: building the indexes again", version, built_with->text());
        session.execute_script("REINDEX rapport_text");
    }
    session.execute("INSERT OR REPLACE INTO storage_fact (name, value) VALUES ('collation_version', ?1)", {version});
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "rapport.db";
    make_file(file);
    auto connection = std::make_unique<Connection>(file, Connection::Access::Write);
    refuse_foreign(*connection, file);
    switch_to_wal(*connection);
    connection->begin();
    mark_as_ours(*connection);
    check_collation(*connection);
    connection->commit();
    return std::make_unique<SqliteDatabase>(file, std::move(connection));
}

}  // namespace rapport::storage
