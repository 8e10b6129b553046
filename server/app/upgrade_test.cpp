#include <fmt/format.h>

#include "app/back_up.h"
#include "app/restoring.h"
#include "app/secrets.h"
#include "app/workspace.h"
#include "base/log.h"
#include "metadata/schema.h"
#include "modules/declarations.h"
#include "records/check.h"
#include "storage/testing/engines.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::app {
namespace {

/// A workspace as each earlier schema version left it, brought up to this one.
class Upgrade : public storage::testing::EngineTest {
protected:
    /// Tables as the migrations up to that number made them, with a company and what that version knew of besides.
    void fill(storage::Database& database, int version) {
        storage::migrate(database, migrations().first(static_cast<std::size_t>(version)));
        metadata::Registry(database, modules::declarations(), {}).wait_for_indexes();
        database.write([&](storage::Session& session) {
            session.execute(R"(INSERT INTO "user" (last_name, name, email, active, administrator, version) VALUES ('Lovelace', 'Lovelace', 'ada@example.com', 1, 1, 1))");
            session.execute("INSERT INTO currency (code, name, active, version) VALUES ('EUR', 'Euro', 1, 1)");
            session.execute("INSERT INTO organization (name, currency_code, locale, time_zone, fiscal_year_start_month, version) VALUES ('Acme', 'EUR', 'en', 'UTC', 1, 1)");
            for (int i = 0; i < 30; ++i)
                session.execute("INSERT INTO account (name, currency_code, owner_id, version) VALUES (?1, 'EUR', (SELECT min(id) FROM \"user\"), 1)", {fmt::format("Müller {}", i)});
            if (version < 2) return;
            session.execute("INSERT INTO record_history (record_id, changed_at, actor, source, operation, changes) SELECT id, 1, 'Ada', 'api', 'create', '{}' FROM account");
            session.execute("INSERT INTO outbox (record_id, object, operation, fields, happened_at, actor_id) SELECT id, 'account', 'create', '[]', 1, 1 FROM account");
            if (version < 4) return;
            session.execute("INSERT INTO user_credential (user_id, password_hash, changed_at) SELECT id, 'x', 1 FROM \"user\"");
        });
    }
    std::int64_t count(storage::Database& database, const std::string& sql) {
        return database.read([&](storage::Session& session) { return session.value(sql)->integer(); });
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, Upgrade, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Upgrade, keeps_everything_of_each_earlier_version) {
    const int newest = migrations().back().number;
    for (int version = 1; version <= newest; ++version) {
        SCOPED_TRACE(version);
        const storage::testing::TemporaryFolder folder;
        auto fresh = storage::testing::fresh_database(GetParam());
        fill(fresh->database(), version);

        Workspace workspace(fresh->open(), folder.path());
        workspace.registry().wait_for_indexes();
        EXPECT_EQ(storage::schema_version(workspace.database()), newest);
        EXPECT_EQ(count(workspace.database(), "SELECT count(*) FROM account"), 30);
        EXPECT_EQ(count(workspace.database(), "SELECT count(*) FROM record_history"), version < 2 ? 0 : 30);
        for (const auto& finding : records::check(workspace.records(), [](const std::string&) {})) ADD_FAILURE() << finding.message;

        const auto kept = backups::kept(folder.path() / "backups");
        ASSERT_EQ(kept.size(), version == newest ? 0 : 1);
        if (version == newest) continue;
        EXPECT_EQ(kept.front().manifest.schema, version);
        // And back: what was kept becomes a workspace again. The oldest and the youngest stand for those between.
        if (version == 1 || version == newest - 1) {
            EXPECT_TRUE(verify(kept.front(), read_key(folder.path()), [](const std::string&) {}).empty());
        }
    }
}

TEST_P(Upgrade, writes_tags_that_were_records_of_their_own_into_the_records) {
    const storage::testing::TemporaryFolder folder;
    auto fresh = storage::testing::fresh_database(GetParam());
    fill(fresh->database(), 24);
    fresh->database().write([&](storage::Session& session) {
        session.execute("INSERT INTO tag (name, version) VALUES ('VIP', 1), ('Slow payer', 1)");
        session.execute("CREATE TABLE tag_assignment (tag_id BIGINT, record_id BIGINT, deleted_at BIGINT)");
        session.execute("INSERT INTO tag_assignment (tag_id, record_id, deleted_at) SELECT t.id, a.id, CASE WHEN a.name = 'Müller 2' THEN 1 END FROM tag t, account a WHERE a.name IN ('Müller 1', 'Müller 2')");
    });
    for (int opened = 0; opened < 2; ++opened) {
        Workspace workspace(fresh->open(), folder.path());
        EXPECT_EQ(count(workspace.database(), "SELECT count(*) FROM account WHERE tags = ';Slow payer;VIP;' AND name = 'Müller 1'"), 1);
        EXPECT_EQ(count(workspace.database(), "SELECT count(*) FROM account WHERE tags IS NOT NULL"), 1);
        EXPECT_EQ(count(workspace.database(), "SELECT count(*) FROM record_tag WHERE tag IN ('vip', 'slow payer')"), 2);
        for (const auto& finding : records::check(workspace.records(), [](const std::string&) {}))
            if (finding.kind != "missing_index") ADD_FAILURE() << finding.message;
    }
}

}  // namespace
}  // namespace rapport::app
