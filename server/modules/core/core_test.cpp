#include "modules/testing/workspace.h"

#include "records/check.h"
#include "search/filling.h"

namespace rapport::core {
namespace {

class Administrators : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Administrators, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Administrators, cannot_lock_everybody_out) {
    RecordId only = find("user", "Ada Owner");
    EXPECT_EQ(refusal([&] { update("user", only, {{"administrator", false}}); }), "administrator: last_administrator");
    EXPECT_EQ(refusal([&] { update("user", only, {{"active", false}}); }), "active: last_administrator");
    EXPECT_EQ(refusal([&] { remove("user", only); }), "administrator: last_administrator");
}

TEST_P(Administrators, may_go_when_another_stays) {
    create("user", {{"last_name", "Second"}, {"email", "second@home.example"}, {"administrator", true}});
    EXPECT_EQ(refusal([&] { update("user", find("user", "Ada Owner"), {{"active", false}}); }), "");
}

TEST_P(Administrators, who_were_switched_off_do_not_count) {
    create("user", {{"last_name", "Second"}, {"email", "second@home.example"}, {"administrator", true}, {"active", false}});
    EXPECT_EQ(refusal([&] { update("user", find("user", "Ada Owner"), {{"active", false}}); }), "active: last_administrator");
}

class Organizations : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Organizations, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Organizations, are_one_in_a_workspace) {
    EXPECT_EQ(refusal([&] { create("organization", {{"name", "Second"}, {"currency_code", "EUR"}}); }), ": one_organization");
    EXPECT_EQ(refusal([&] { remove("organization", find("organization", "Home")); }), ": one_organization");
}

TEST_P(Organizations, keep_the_currency_that_amounts_are_in) {
    RecordId home = find("organization", "Home");
    EXPECT_EQ(refusal([&] { update("organization", home, {{"currency_code", "USD"}}); }), "");
    create("account", {{"name", "Acme"}, {"annual_revenue", 5}});
    EXPECT_EQ(refusal([&] { update("organization", home, {{"currency_code", "EUR"}}); }), "currency_code: amounts_in_use");
}

class Stages : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Stages, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Stages, that_are_won_are_certain) {
    RecordId stage = create("stage", {{"pipeline_id", reference("pipeline", "Sales")}, {"name", "Signed"}, {"type", "won"}});
    EXPECT_EQ(text("stage", stage, "probability"), "100");
    EXPECT_EQ(text("stage", stage, "forecast_category"), "closed");
}

class Rates : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Rates, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Rates, that_change_change_the_amounts_of_their_days) {
    RecordId dollar = create("currency", {{"code", "USD"}, {"name", "US dollar"}});
    create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.5"}}, {"valid_from", "2026-01-01"}});
    RecordId july = create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.6"}}, {"valid_from", "2026-07-01"}});
    auto deal = [&](const char* day) { return create("opportunity", {{"name", day}, {"close_date", day}, {"amount", 100}, {"currency_code", "USD"}}); };
    RecordId before = deal("2025-12-31");
    RecordId in_june = deal("2026-06-30");
    RecordId in_july = deal("2026-07-01");
    EXPECT_EQ(text("opportunity", in_july, "amount_base"), "60");
    update("exchange_rate", july, {{"rate", Json::Number{"0.75"}}});
    EXPECT_EQ(text("opportunity", before, "amount_base"), "50");
    EXPECT_EQ(text("opportunity", in_june, "amount_base"), "50");
    EXPECT_EQ(text("opportunity", in_july, "amount_base"), "75");
}

TEST_P(Rates, that_are_added_count_from_their_day) {
    RecordId dollar = create("currency", {{"code", "USD"}, {"name", "US dollar"}});
    create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.5"}}, {"valid_from", "2026-01-01"}});
    RecordId deal = create("opportunity", {{"name", "Deal"}, {"close_date", "2026-05-05"}, {"amount", 100}, {"currency_code", "USD"}});
    create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.7"}}, {"valid_from", "2026-05-01"}});
    EXPECT_EQ(text("opportunity", deal, "amount_base"), "70");
    EXPECT_EQ(text("opportunity", deal, "expected_revenue_base"), "14");
}

TEST_P(Rates, that_change_change_what_sums_amounts_up) {
    RecordId dollar = create("currency", {{"code", "USD"}, {"name", "US dollar"}});
    RecordId rate = create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.5"}}, {"valid_from", "2026-01-01"}});
    RecordId account = create("account", {{"name", "Acme"}});
    create("opportunity", {{"name", "Deal"}, {"account_id", account.text()}, {"close_date", "2026-05-05"}, {"amount", 100}, {"currency_code", "USD"}});
    EXPECT_EQ(text("account", account, "open_amount"), "50");
    update("exchange_rate", rate, {{"rate", Json::Number{"0.9"}}});
    EXPECT_EQ(text("account", account, "open_amount"), "90");
}

TEST_P(Rates, leave_amounts_that_the_check_agrees_with) {
    RecordId dollar = create("currency", {{"code", "USD"}, {"name", "US dollar"}});
    create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.5"}}, {"valid_from", "2026-01-01"}});
    create("opportunity", {{"name", "In dollars"}, {"close_date", "2026-05-05"}, {"amount", 100}, {"currency_code", "USD"}});
    RecordId euros = create("opportunity", {{"name", "In euros"}, {"close_date", "2026-05-05"}, {"amount", 100}, {"currency_code", "EUR"}});
    auto wrong_amounts = [&] {
        std::int64_t records = 0;
        for (const auto& finding : records::check(service(), [](const std::string&) {}))
            if (finding.kind == "wrong_base_amount") records += finding.records;
        return records;
    };
    EXPECT_EQ(wrong_amounts(), 0);
    database().write([&](storage::Session& session) { session.execute("UPDATE opportunity SET amount_base = 5 WHERE id = ?1", {euros.number()}); });
    EXPECT_EQ(wrong_amounts(), 1);
}

TEST_P(Rates, leave_sums_that_the_check_agrees_with) {
    RecordId account = create("account", {{"name", "Acme"}});
    create("account", {{"name", "Without deals"}});
    create("opportunity", {{"name", "Open"}, {"close_date", "2026-05-05"}, {"amount", 100}, {"account_id", account.text()}});
    create("opportunity", {{"name", "Won"}, {"close_date", "2026-05-05"}, {"amount", 30}, {"stage_id", reference("stage", "Won")}, {"account_id", account.text()}});
    auto wrong_sums = [&] {
        std::string fields;
        for (const auto& finding : records::check(service(), [](const std::string&) {}))
            if (finding.kind == "wrong_roll_up") fields += finding.field + " ";
        return fields;
    };
    EXPECT_EQ(wrong_sums(), "");
    database().write([&](storage::Session& session) { session.execute("UPDATE account SET won_amount = open_amount WHERE id = ?1", {account.number()}); });
    EXPECT_EQ(wrong_sums(), "won_amount ");
}

class Search : public modules::testing::WorkspaceTest {
protected:
    std::int64_t stale() {
        std::int64_t records = 0;
        for (const auto& finding : records::check(service(), [](const std::string&) {}))
            if (finding.kind == "stale_search") records += finding.records;
        return records;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Search, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Search, is_checked_and_built_anew) {
    RecordId acme = create("account", {{"name", "Acme"}, {"phone", "+12065550100"}});
    RecordId zeta = create("account", {{"name", "Zeta"}});
    EXPECT_EQ(stale(), 0);
    database().write([&](storage::Session& session) {
        session.execute("UPDATE account SET name = 'Omega' WHERE id = ?1", {acme.number()});
        session.execute(session.dialect().remove_terms("search_text"), {zeta.number()});
        session.execute(session.dialect().put_many_terms("search_text"), {"[[" + std::to_string(zeta.number() + 1) + ", \"=nobody\"]]"});
    });
    EXPECT_EQ(stale(), 3);
    search::rebuild(database(), service().registry());
    EXPECT_EQ(stale(), 0);
}

}  // namespace
}  // namespace rapport::core
