#include "modules/testing/workspace.h"

namespace rapport::sales {
namespace {

class CampaignMembers : public modules::testing::WorkspaceTest {
protected:
    CampaignMembers() {
        campaign_ = create("campaign", {{"name", "Fair"}});
        contact_ = create("contact", {{"last_name", "Hopper"}});
    }
    RecordId campaign_;
    RecordId contact_;
};
INSTANTIATE_TEST_SUITE_P(OneEngine, CampaignMembers, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(CampaignMembers, have_responded_from_the_first_status_that_says_so) {
    RecordId member = create("campaign_member", {{"campaign_id", campaign_.text()}, {"contact_id", contact_.text()}});
    EXPECT_EQ(text("campaign_member", member, "has_responded"), "false");
    update("campaign_member", member, {{"status", "attended"}});
    EXPECT_EQ(text("campaign_member", member, "has_responded"), "true");
    EXPECT_EQ(text("campaign_member", member, "first_responded_on"), today());
}

TEST_P(CampaignMembers, are_counted_by_their_campaign) {
    create("campaign_member", {{"campaign_id", campaign_.text()}, {"contact_id", contact_.text()}, {"status", "responded"}});
    EXPECT_EQ(text("campaign", campaign_, "members"), "1");
    EXPECT_EQ(text("campaign", campaign_, "responses"), "1");
}

TEST_P(CampaignMembers, are_a_contact_or_a_lead) {
    RecordId lead = create("lead", {{"last_name", "Lovelace"}});
    EXPECT_EQ(refusal([&] { create("campaign_member", {{"campaign_id", campaign_.text()}}); }), "contact_id: contact_or_lead");
    EXPECT_EQ(refusal([&] { create("campaign_member", {{"campaign_id", campaign_.text()}, {"contact_id", contact_.text()}, {"lead_id", lead.text()}}); }),
              "contact_id: contact_or_lead");
}

}  // namespace
}  // namespace rapport::sales
