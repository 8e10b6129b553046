#include <random>

#include "metadata/running_totals.h"
#include "modules/testing/workspace.h"
#include "security/directory.h"
#include "security/statements.h"

namespace rapport::sales {
namespace {

using records::Operation;

/// Deals that are made, changed, thrown away and brought back at random, by a hand that always draws the same.
class Totals : public modules::testing::WorkspaceTest {
protected:
    Totals() {
        RecordId top = create("role", {{"name", "Top"}});
        RecordId below = create("role", {{"name", "Below"}, {"parent_id", top.text()}});
        for (auto [name, role] : {std::pair{"Boss", top}, {"Seller", below}, {"Stranger", RecordId()}})
            people_.push_back(create("user", {{"last_name", name}, {"email", std::string(name) + "@example.com"}, {"role_id", role ? Json(role.text()) : Json()}}));
        RecordId set = create("permission_set", {{"name", "Sellers"}, {"for_everyone", true}});
        create("object_permission", {{"permission_set_id", set.text()}, {"object", "*"}, {"can_read", true}});
        RecordId dollar = create("currency", {{"code", "USD"}, {"name", "Dollar"}});
        rate_ = create("exchange_rate", {{"currency_id", dollar.text()}, {"valid_from", "2020-01-01"}, {"rate", Json::Number{"0.5"}}});
    }

    int number(int below) { return static_cast<int>(chance_() % static_cast<unsigned>(below)); }

    Json fields() {
        static const std::array stages{"New", "Offer", "Won", "Lost"};
        Json out = Json::Members{{"name", "Deal"}, {"close_date", "2026-12-31"}, {"owner_id", people_[static_cast<std::size_t>(number(3))].text()}};
        out.set("stage_id", reference("stage", stages[static_cast<std::size_t>(number(4))]));
        if (number(3) > 0) out.set("lead_source", number(2) ? "web" : "phone");
        out.set("close_date", number(2) ? "2026-12-31" : "1969-12-31");
        if (number(4) > 0) out.set("amount", number(100'000) - 5'000);
        if (number(3) == 0) out.set("currency_code", "USD");
        return out;
    }

    /// Several operations in one run, as an import does it; some of them fail.
    void change_at_random() {
        std::vector<Operation> operations;
        for (int i = 0; i < 5; ++i) {
            Operation one;
            one.object = "opportunity";
            one.id = deals_.empty() ? RecordId() : deals_[static_cast<std::size_t>(number(static_cast<int>(deals_.size())))];
            static const std::array kinds{Operation::Kind::Create, Operation::Kind::Create, Operation::Kind::Update, Operation::Kind::Delete, Operation::Kind::Restore};
            one.kind = deals_.empty() ? Operation::Kind::Create : kinds[static_cast<std::size_t>(number(5))];
            if (one.kind == Operation::Kind::Create || one.kind == Operation::Kind::Update) one.fields = fields();
            if (number(10) == 0) one.fields.set("close_date", "no date");
            operations.push_back(std::move(one));
        }
        auto system = security::Actor::system("test");
        for (const auto& outcome : service().apply({system, records::Source::Import, records::Mode::RowByRow}, operations))
            if (outcome.result == records::Outcome::Result::Created) deals_.push_back(outcome.id);
    }

    /// Deals of others, which no totals by owner have.
    void share_some_with(RecordId person) {
        std::vector<RecordId> deals;
        database().read([&](storage::Session& session) {
            auto rows = session.query("SELECT id FROM opportunity WHERE deleted_at IS NULL ORDER BY id LIMIT 12");
            while (rows->next()) deals.emplace_back(rows->integer(0));
        });
        for (RecordId deal : deals) create("record_share", {{"record_id", deal.text()}, {"grantee_id", person.text()}, {"access", "read"}});
    }

    std::int64_t wrong() {
        auto catalogue = service().registry().current();
        const metadata::Object& opportunity = catalogue->object("opportunity");
        return database().read([&](storage::Session& session) {
            std::int64_t sum = 0;
            for (const metadata::Totals& totals : opportunity.totals) sum += metadata::totals::count_wrong(session, opportunity, totals);
            return sum;
        });
    }

    query::Statement compiled(const security::Actor& actor, const std::string& soql) {
        return security::compile(query::parse_soql(soql), {actor, service().registry().current()}, database().dialect());
    }

    /// The rows as text, and whether they came from the totals.
    std::pair<std::string, bool> answer(const security::Actor& actor, const std::string& soql) {
        query::Statement statement = compiled(actor, soql);
        std::string out;
        database().read([&](storage::Session& session) {
            query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
                for (const Cell& cell : cells) out += cell.is_null() ? "- " : cell.is_integer() ? std::to_string(cell.integer()) + " " : std::string(cell.text()) + " ";
                out += "\n";
            });
        });
        return {out, statement.sql().find("totals_of_opportunity") != std::string::npos};
    }

    std::mt19937 chance_{7};
    std::vector<RecordId> people_, deals_;
    RecordId rate_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Totals, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Totals, are_what_the_records_sum_up_to_after_any_change) {
    for (int i = 0; i < 60; ++i) change_at_random();
    EXPECT_EQ(wrong(), 0);
    update("exchange_rate", rate_, {{"rate", Json::Number{"0.75"}}});
    EXPECT_EQ(wrong(), 0);
    remove("user", people_.back());
    EXPECT_EQ(wrong(), 0);
    database().write([](storage::Session& session) { session.execute("UPDATE opportunity SET amount_base = 1 WHERE id = (SELECT MIN(id) FROM opportunity WHERE deleted_at IS NULL)"); });
    EXPECT_GT(wrong(), 0);
}

TEST_P(Totals, answer_as_the_records_do) {
    for (int i = 0; i < 60; ++i) change_at_random();
    share_some_with(people_.back());
    security::Directory directory(database(), service().registry());
    const std::string stage = find("stage", "Offer").text();
    struct Asked {
        std::string select, where, rest;
    };
    const std::array questions{
        Asked{"stage_id, COUNT(id), SUM(amount_base), SUM(expected_revenue_base)", "is_closed = FALSE", "GROUP BY stage_id ORDER BY stage_id"},
        Asked{"stage.name, COUNT(), AVG(amount_base)", "stage_id != '" + stage + "'", "GROUP BY stage.name HAVING COUNT(id) > 2 ORDER BY SUM(amount_base) DESC"},
        Asked{"owner.name, is_won, COUNT(amount_base)", "owner.name LIKE '%e%'", "GROUP BY owner.name, is_won ORDER BY owner.name, is_won"},
        Asked{"owner_id, stage_id, SUM(amount_base)", "is_closed = TRUE", "GROUP BY ROLLUP(owner_id, stage_id)"},
        Asked{"COUNT(), SUM(amount_base), COUNT(owner_id), COUNT_DISTINCT(owner_id), MAX(stage.probability)", "is_won = TRUE", ""},
        Asked{"lead_source, type, COUNT(id), SUM(amount_base)", "lead_source != 'phone'", "GROUP BY lead_source, type ORDER BY lead_source, type"},
        Asked{"CALENDAR_YEAR(close_date), COUNT(id), SUM(amount_base)", "close_date < TODAY OR is_won = FALSE", "GROUP BY CALENDAR_YEAR(close_date) ORDER BY CALENDAR_YEAR(close_date)"},
        Asked{"COUNT(), SUM(amount_base)", "is_won = TRUE AND is_closed = FALSE", ""},
    };
    std::vector<security::Actor> actors{security::Actor::system("test")};
    for (RecordId person : people_) actors.push_back(directory.actor(person));
    for (const auto& actor : actors) {
        for (const Asked& asked : questions) {
            std::string question = "SELECT " + asked.select + " FROM opportunity WHERE " + asked.where;
            auto [kept, from_totals] = answer(actor, question + " " + asked.rest);
            auto [counted, counted_from_totals] = answer(actor, question + " AND name != 'nobody' " + asked.rest);
            EXPECT_EQ(kept, counted) << actor.name() << ": " << question;
            EXPECT_TRUE(from_totals) << question;
            EXPECT_FALSE(counted_from_totals) << question;
        }
    }
}

TEST_P(Totals, say_nothing_that_they_do_not_know) {
    auto system = security::Actor::system("test");
    for (const char* soql : {"SELECT MAX(amount_base) FROM opportunity", "SELECT COUNT(account.name) FROM opportunity", "SELECT close_date, stage_id, COUNT(id) FROM opportunity GROUP BY close_date, stage_id",
                             "SELECT stage_id, COUNT(id) FROM opportunity WHERE id IN (SELECT opportunity_id FROM opportunity_line) GROUP BY stage_id",
                             "SELECT account.name, COUNT(id) FROM opportunity GROUP BY account.name"})
        EXPECT_FALSE(answer(system, soql).second) << soql;
}

}  // namespace
}  // namespace rapport::sales
