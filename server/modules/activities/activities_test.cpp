#include "modules/activities/note/title_from_body.h"
#include "modules/testing/workspace.h"

namespace rapport::activities {
namespace {

class Tasks : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Tasks, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Tasks, know_since_when_they_are_done) {
    RecordId task = create("task", {{"subject", "Call"}});
    EXPECT_EQ(text("task", task, "is_closed"), "false");
    update("task", task, {{"status", "completed"}});
    EXPECT_EQ(text("task", task, "is_closed"), "true");
    EXPECT_TRUE(text("task", task, "completed_at").starts_with(today().substr(0, 4)));
}

TEST_P(Tasks, that_go_on_are_not_done) {
    RecordId task = create("task", {{"subject", "Call"}, {"status", "completed"}});
    update("task", task, {{"status", "in_progress"}});
    EXPECT_EQ(text("task", task, "is_closed"), "false");
    EXPECT_EQ(text("task", task, "completed_at"), "");
}

TEST_P(Tasks, on_a_contact_are_with_the_contact) {
    RecordId contact = create("contact", {{"last_name", "Hopper"}});
    EXPECT_EQ(text("task", create("task", {{"subject", "Call"}, {"related_to_id", contact.text()}}), "contact_id"), contact.text());
}

TEST_P(Tasks, on_another_record_are_with_nobody) {
    RecordId account = create("account", {{"name", "Acme"}});
    EXPECT_EQ(text("task", create("task", {{"subject", "Call"}, {"related_to_id", account.text()}}), "contact_id"), "");
}

class Notes : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Notes, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Notes, are_called_by_their_first_words) {
    EXPECT_EQ(text("note", create("note", {{"body", "<p>Likes tea.</p>"}}), "title"), "Likes tea.");
    EXPECT_EQ(text("note", create("note", {{"body", "<p>Likes tea.</p>"}, {"title", "Tea"}}), "title"), "Tea");
}

TEST(FirstWords, are_what_a_browser_shows) { EXPECT_EQ(first_words("<p>Tea &amp;\n coffee</p><p>at&nbsp;<b>five</b></p>"), "Tea & coffee at five"); }

TEST(FirstWords, end_between_words) {
    EXPECT_EQ(first_words("one two three four five six seven eight nine ten eleven twelve thirteen"), "one two three four five six seven eight nine ten eleven…");
}

TEST(FirstWords, never_cut_a_character) { EXPECT_EQ(first_words(std::string(200, 'x')).size(), 59 + std::string("…").size()); }

TEST(FirstWords, of_an_open_tag_are_what_stands_before) { EXPECT_EQ(first_words("tea <b"), "tea"); }

}  // namespace
}  // namespace rapport::activities
