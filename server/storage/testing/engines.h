#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "storage/database.h"

namespace rapport::storage::testing {

enum class Engine { Sqlite, Postgres };

/// An empty database of one engine for one test; it is removed with this object.
class FreshDatabase {
public:
    virtual ~FreshDatabase() = default;
    /// Opens the database as one more process would.
    virtual std::unique_ptr<Database> open() = 0;

    /// The database, opened by the first call.
    Database& database();
    /// Closes and opens it, as when the program starts again.
    void reopen();

protected:
    void close() { database_.reset(); }

private:
    std::unique_ptr<Database> database_;
};

/// The server that tests may use. Throws std::runtime_error when there is none.
std::string postgres_url();

/// Throws std::runtime_error when the engine cannot be had here.
std::unique_ptr<FreshDatabase> fresh_database(Engine engine);

/// A test that runs once on every engine. PostgreSQL is found under RAPPORT_TEST_POSTGRES_URL, which
/// tools/with_postgres.sh sets; without it the tests on PostgreSQL fail.
///
///     class Saving : public storage::testing::EngineTest {};
///     INSTANTIATE_TEST_SUITE_P(Engines, Saving, storage::testing::every_engine(), storage::testing::engine_name);
///     TEST_P(Saving, keeps_what_it_was_given) { database().write(…); }
class EngineTest : public ::testing::TestWithParam<Engine> {
protected:
    Database& database() { return fresh_->database(); }
    FreshDatabase& fresh() { return *fresh_; }
    const Dialect& dialect() { return database().dialect(); }

private:
    std::unique_ptr<FreshDatabase> fresh_ = fresh_database(GetParam());
};

inline auto every_engine() { return ::testing::Values(Engine::Sqlite, Engine::Postgres); }
std::string engine_name(const ::testing::TestParamInfo<Engine>& info);

}  // namespace rapport::storage::testing
