#include "modules/testing/workspace.h"

namespace rapport::modules {
namespace {

class Names : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Names, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Names, of_people_are_made_of_their_parts) {
    RecordId contact = create("contact", {{"first_name", "Grace"}, {"last_name", "Hopper"}});
    EXPECT_EQ(text("contact", contact, "name"), "Grace Hopper");
}

TEST_P(Names, follow_a_change_of_one_part) {
    RecordId contact = create("contact", {{"first_name", "Grace"}, {"last_name", "Hopper"}});
    update("contact", contact, {{"last_name", "Murray"}});
    EXPECT_EQ(text("contact", contact, "name"), "Grace Murray");
}

TEST_P(Names, written_whole_are_split) {
    RecordId lead = create("lead", {{"name", "Ludwig van Beethoven"}});
    EXPECT_EQ(text("lead", lead, "first_name"), "Ludwig");
    EXPECT_EQ(text("lead", lead, "last_name"), "van Beethoven");
}

TEST_P(Names, written_whole_over_a_name_are_split_again) {
    RecordId contact = create("contact", {{"first_name", "Grace"}, {"last_name", "Hopper"}});
    update("contact", contact, {{"name", "Ada Lovelace"}});
    EXPECT_EQ(text("contact", contact, "first_name"), "Ada");
    EXPECT_EQ(text("contact", contact, "name"), "Ada Lovelace");
}

TEST_P(Names, are_required) {
    EXPECT_EQ(refusal([&] { create("contact", {{"first_name", "Grace"}}); }), "last_name: required");
}

class Hierarchies : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Hierarchies, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Hierarchies, of_roles_have_no_circle) {
    RecordId top = create("role", {{"name", "Top"}});
    RecordId middle = create("role", {{"name", "Middle"}, {"parent_id", top.text()}});
    RecordId bottom = create("role", {{"name", "Bottom"}, {"parent_id", middle.text()}});
    EXPECT_EQ(refusal([&] { update("role", top, {{"parent_id", bottom.text()}}); }), "parent_id: circular");
    EXPECT_EQ(refusal([&] { update("role", top, {{"parent_id", top.text()}}); }), "parent_id: circular");
    EXPECT_EQ(refusal([&] { update("role", bottom, {{"parent_id", top.text()}}); }), "");
}

TEST_P(Hierarchies, of_accounts_have_no_circle) {
    RecordId parent = create("account", {{"name", "Parent"}});
    RecordId child = create("account", {{"name", "Child"}, {"parent_id", parent.text()}});
    EXPECT_EQ(refusal([&] { update("account", parent, {{"parent_id", child.text()}}); }), "parent_id: circular");
}

class Defaults : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Defaults, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Defaults, pass_to_the_pipeline_that_became_it_last) {
    RecordId other = create("pipeline", {{"name", "Other"}, {"is_default", true}});
    EXPECT_EQ(text("pipeline", other, "is_default"), "true");
    EXPECT_EQ(text("pipeline", find("pipeline", "Sales"), "is_default"), "false");
}

class TimeZones : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, TimeZones, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(TimeZones, of_people_are_known_ones) {
    RecordId user = find("user", "Ada Owner");
    EXPECT_EQ(refusal([&] { update("user", user, {{"time_zone", "Europe/Berlin"}}); }), "");
    EXPECT_EQ(refusal([&] { update("user", user, {{"time_zone", "Europe/Bielefeld"}}); }), "time_zone: unknown_time_zone");
}

}  // namespace
}  // namespace rapport::modules
