#include "backups/backup.h"

#include <array>
#include <fstream>

#include "base/failure.h"
#include "storage/testing/engines.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::backups {
namespace {

void create_tables(storage::Session& session) {
    session.execute_script("CREATE TABLE setting (version BIGINT NOT NULL); INSERT INTO setting VALUES (1); CREATE TABLE pair (name TEXT PRIMARY KEY, number BIGINT)");
}

const std::array migrations{storage::Migration{1, "first", create_tables}};

Progress in_silence() {
    return [](const std::string&) {};
}

class Backup : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        storage::migrate(database(), migrations);
        database().write([](storage::Session& session) {
            const auto type = [&](storage::ColumnType one) { return session.dialect().column_type(one); };
            session.execute_script(session.dialect().create_table("boat", "\"name\" " + type(storage::ColumnType::FoldedText) + ", \"length\" " + type(storage::ColumnType::Real) + ", \"sold\" " + type(storage::ColumnType::Integer) + " DEFAULT 0", 1000));
            session.execute("UPDATE setting SET version = 7");
            for (const Value& name : {Value("Ünal\n\"quoted\""), Value(""), Value(), Value("\xf0\x9f\x98\x80\x01")})
                session.execute("INSERT INTO boat (name, length, sold) VALUES (?1, ?2, ?3)", {name, 0.1, std::int64_t{9007199254740993}});
            session.execute("INSERT INTO boat (name) VALUES ('gone')");
            session.execute("DELETE FROM boat WHERE name = 'gone'");
            session.execute("INSERT INTO pair (name, number) VALUES ('b', 1), ('a', NULL), ('B', 2), ('ä', 3)");
        });
    }
    std::filesystem::path folder() const { return folder_.path() / "backup"; }
    Manifest made() { return make(database(), folder(), {.version = "test", .key_fingerprint = "k"}, in_silence()); }
    /// Loads the backup into an empty database of that engine, and answers the backup of that.
    Manifest loaded(storage::testing::Engine engine) {
        auto other = storage::testing::fresh_database(engine);
        load(other->database(), folder(), read_manifest(folder()), migrations, in_silence());
        next_id_ = other->database().write([](storage::Session& session) { return session.insert("INSERT INTO boat (name) VALUES (?1)", {Value("next")}); });
        other->database().write([](storage::Session& session) { session.execute("DELETE FROM boat WHERE name = 'next'"); });
        return make(other->database(), folder_.path() / "again", {.version = "test", .key_fingerprint = "k"}, in_silence());
    }
    std::int64_t next_id_ = 0;
    storage::testing::TemporaryFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Engines, Backup, storage::testing::every_engine(), storage::testing::engine_name);

std::vector<std::string> sums(const Manifest& manifest) {
    std::vector<std::string> out;
    for (const auto& contents : manifest.tables) out.push_back(contents.table.name + " " + std::to_string(contents.rows) + " " + contents.sha256);
    return out;
}

TEST_P(Backup, is_the_same_from_either_engine_that_it_is_loaded_into) {
    const auto before = sums(made());
    EXPECT_EQ(before.size(), 3);
    EXPECT_EQ(sums(loaded(storage::testing::Engine::Sqlite)), before);
    std::filesystem::remove_all(folder_.path() / "again");
    EXPECT_EQ(sums(loaded(storage::testing::Engine::Postgres)), before);
}

TEST_P(Backup, goes_on_counting_where_the_original_stopped) {
    made();
    loaded(storage::testing::Engine::Sqlite);
    EXPECT_EQ(next_id_, 1005);  // the record with 1004 is gone, and its id is never used again
    std::filesystem::remove_all(folder_.path() / "again");
    loaded(storage::testing::Engine::Postgres);
    EXPECT_EQ(next_id_, 1005);
}

TEST_P(Backup, that_was_changed_is_not_loaded) {
    const Manifest manifest = made();
    std::ofstream(folder() / "tables/pair.jsonl", std::ios::app) << "[\"z\",5]\n";
    auto other = storage::testing::fresh_database(GetParam());
    try {
        load(other->database(), folder(), manifest, migrations, in_silence());
        FAIL();
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), "damaged_backup");
    }
    EXPECT_EQ(storage::schema_version(other->database()), 0);
}

TEST_P(Backup, of_a_newer_schema_is_refused) {
    Manifest manifest = made();
    manifest.schema = 2;
    auto other = storage::testing::fresh_database(GetParam());
    EXPECT_THROW(load(other->database(), folder(), manifest, migrations, in_silence()), Failure);
}

TEST_P(Backup, does_not_write_over_another) {
    made();
    EXPECT_THROW(made(), Failure);
}

}  // namespace
}  // namespace rapport::backups
