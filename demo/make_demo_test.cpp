#include "demo/make_demo.h"

#include "modules/testing/workspace.h"

namespace rapport::demo {
namespace {

/// On one engine only: what differs between engines is tested where it differs.
class Demo : public modules::testing::WorkspaceTest {
protected:
    Demo() {
        create("currency", {{"code", "EUR"}, {"name", "EUR"}});
        create("price_book", {{"name", "Standard"}, {"is_standard", true}});
        create("permission_set", {{"name", "Standard"}, {"for_everyone", true}, {"may_import", true}, {"may_export", true}});
    }

    void make(const Options& options) {
        auto system = security::Actor::system("demo");
        make_demo(service(), system, options, [](std::string_view) {});
    }
    std::int64_t number(const std::string& sql) {
        return database().read([&](storage::Session& session) { return session.value(sql)->integer(); });
    }
};
INSTANTIATE_TEST_SUITE_P(OneEngine, Demo, modules::testing::one_engine(), storage::testing::engine_name);

const Date day = Date::of(2026, 11, 21);

TEST_P(Demo, makes_a_whole_company) {
    make({.today = day});
    EXPECT_EQ(number("SELECT count(*) FROM account"), 400);
    EXPECT_EQ(number("SELECT count(*) FROM contact"), 2000);
    EXPECT_EQ(number("SELECT count(*) FROM opportunity"), 600);
    EXPECT_EQ(number("SELECT count(*) FROM pipeline"), 3);
    EXPECT_EQ(number("SELECT count(*) FROM currency"), 4);
    EXPECT_GT(number("SELECT count(*) FROM task") + number("SELECT count(*) FROM call") + number("SELECT count(*) FROM event") + number("SELECT count(*) FROM note"), 5000);
}

TEST_P(Demo, says_why_every_lost_deal_was_lost) {
    make({.today = day, .percent = 5});
    EXPECT_GT(number("SELECT count(*) FROM opportunity WHERE is_closed = 1 AND is_won = 0"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM opportunity WHERE is_closed = 1 AND is_won = 0 AND loss_reason IS NULL"), 0);
}

TEST_P(Demo, closes_deals_in_the_past_only) {
    make({.today = day, .percent = 5});
    EXPECT_EQ(number("SELECT count(*) FROM opportunity WHERE is_closed = 1 AND close_date >= " + std::to_string(day.days())), 0);
}

TEST_P(Demo, tells_of_nothing_that_has_not_happened_yet) {
    make({.today = day, .percent = 20});
    const std::string now = std::to_string(day.days() * DateTime::day);
    for (std::string_view moment : {"account.created_at", "lead.created_at", "opportunity.created_at", "task.created_at", "task.completed_at", "event.created_at", "call.started_at", "call.created_at",
                                    "note.created_at", "case.created_at", "case.first_responded_at"}) {
        const std::size_t dot = moment.find('.');
        EXPECT_EQ(number("SELECT count(*) FROM \"" + std::string(moment.substr(0, dot)) + "\" WHERE " + std::string(moment.substr(dot + 1)) + " >= " + now), 0) << moment;
    }
    EXPECT_EQ(number("SELECT count(*) FROM account WHERE customer_since >= " + std::to_string(day.days())), 0);
}

TEST_P(Demo, gives_every_deal_a_value) {
    make({.today = day, .percent = 5});
    EXPECT_EQ(number("SELECT count(*) FROM opportunity WHERE amount IS NULL OR amount_base IS NULL"), 0);
}

// The number is what this day and seed have always made: a change of the generator changes it, and says so.
TEST_P(Demo, is_the_same_for_the_same_day_and_seed) {
    make({.today = day, .seed = 7, .percent = 5});
    EXPECT_EQ(number("SELECT sum(amount_base) FROM opportunity"), 109'732'111);
}

TEST_P(Demo, wants_a_workspace_without_accounts) {
    create("account", {{"name", "Acme"}});
    EXPECT_EQ(refusal([&] { make({.today = day, .percent = 5}); }), "not_empty");
}

}  // namespace
}  // namespace rapport::demo
