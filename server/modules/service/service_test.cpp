#include "modules/testing/workspace.h"

namespace rapport::service {
namespace {

class Cases : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Cases, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Cases, know_since_when_they_are_closed) {
    RecordId id = create("case", {{"subject", "Broken"}});
    update("case", id, {{"status", "resolved"}});
    EXPECT_EQ(text("case", id, "is_closed"), "true");
    EXPECT_TRUE(text("case", id, "closed_at").starts_with(today().substr(0, 4)));
    update("case", id, {{"status", "in_progress"}});
    EXPECT_EQ(text("case", id, "is_closed"), "false");
    EXPECT_EQ(text("case", id, "closed_at"), "");
}

TEST_P(Cases, belong_to_the_account_of_their_contact) {
    RecordId account = create("account", {{"name", "Acme"}});
    RecordId contact = create("contact", {{"last_name", "Hopper"}, {"account_id", account.text()}});
    EXPECT_EQ(text("case", create("case", {{"subject", "Broken"}, {"contact_id", contact.text()}}), "account_id"), account.text());
}

TEST_P(Cases, are_numbered) {
    EXPECT_EQ(text("case", create("case", {{"subject", "First"}}), "number"), "C-000001");
    EXPECT_EQ(text("case", create("case", {{"subject", "Second"}}), "number"), "C-000002");
}

}  // namespace
}  // namespace rapport::service
