#include "records/history.h"

#include <gtest/gtest.h>

#include "records/service.h"
#include "storage/testing/engines.h"

namespace rapport::records {
namespace {

class History : public storage::testing::EngineTest {};
INSTANTIATE_TEST_SUITE_P(Engines, History, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(History, from_before_change_sets_is_kept) {
    database().write([](storage::Session& session) { create_tables(session); });
    database().write([](storage::Session& session) {
        session.execute("INSERT INTO record_history (record_id, changed_at, changed_by_id, actor, source, operation, changes) VALUES (7, 1, 5, 'Ada', 'screen', 'update', '{\"name\": [\"One\", \"Two\"]}')");
    });
    database().write(add_change_sets);
    auto lines = database().read([](storage::Session& session) { return history_of(session, RecordId(7), 0, 10); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].changes["name"].array()[1].string(), "Two");
    EXPECT_EQ(lines[0].change_set, 0);
    EXPECT_EQ(lines[0].kind, "");
}

}  // namespace
}  // namespace rapport::records
