#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "query/cursor.h"
#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using ::testing::HasSubstr;

class Pages : public testing::Workspace {
protected:
    Pages() {
        std::int64_t acme = insert("account", {{"name", "Acme"}});
        std::int64_t zeta = insert("account", {{"name", "Zeta"}});
        Value amounts[] = {5, {}, 7, 5, {}, 9, 5, {}};
        Value accounts[] = {acme, {}, zeta, zeta, acme, {}, acme, zeta};
        for (int i = 0; i < 8; ++i)
            insert("opportunity", {{"name", std::string(1, static_cast<char>('A' + i))}, {"amount", amounts[i]}, {"account_id", accounts[i]}, {"close_date", i % 3}});
    }

    /// Pages of every size give what one page gives.
    void expect_same_on_pages(const std::string& soql) {
        std::string whole = pages(soql, 100);
        for (std::int64_t limit : {1, 2, 3, 7}) {
            std::string parts = pages(soql, limit);
            parts.erase(std::remove(parts.begin(), parts.end(), '|'), parts.end());
            std::string squeezed;
            for (char c : parts)
                if (c != ' ' || (!squeezed.empty() && squeezed.back() != ' ')) squeezed += c;
            EXPECT_EQ(squeezed, whole) << soql << " by " << limit;
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Pages, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Pages, answer_another_record_with_the_statement_for_one) {
    auto ids = [&](const Statement& statement) {
        std::vector<std::int64_t> found;
        database().read([&](storage::Session& session) { for_each_row(session, statement, [&](const std::vector<Cell>& cells) { found.push_back(cells[0].integer()); }); });
        return found;
    };
    const std::int64_t first = insert("account", {{"name", "First"}});
    const std::int64_t second = insert("account", {{"name", "Second"}});
    Statement statement = compiled(parse_soql("SELECT id FROM account WHERE id = '" + RecordId(first).text() + "'"));
    EXPECT_EQ(ids(statement), std::vector{first});
    EXPECT_EQ(ids(statement.about(RecordId(second))), std::vector{second});
    EXPECT_EQ(ids(statement), std::vector{first});
    EXPECT_ANY_THROW(compiled(parse_soql("SELECT id FROM account")).about(RecordId(second)));
}

TEST_P(Pages, know_whether_they_would_ask_the_same_tomorrow) {
    EXPECT_TRUE(compiled(parse_soql("SELECT id FROM opportunity WHERE close_date > 2026-01-01")).is_timeless());
    EXPECT_FALSE(compiled(parse_soql("SELECT id FROM opportunity WHERE close_date = TODAY")).is_timeless());
}

TEST_P(Pages, walk_in_the_order_of_ids_by_default) { EXPECT_EQ(pages("SELECT name FROM opportunity", 3), "A B C | D E F | G H"); }

TEST_P(Pages, end_without_an_empty_page) { EXPECT_EQ(pages("SELECT name FROM opportunity", 4), "A B C D | E F G H"); }

TEST_P(Pages, put_nothing_first_going_up_and_last_going_down) {
    EXPECT_EQ(pages("SELECT name FROM opportunity ORDER BY amount", 3), "B E H | A D G | C F");
    EXPECT_EQ(pages("SELECT name FROM opportunity ORDER BY amount DESC", 3), "F C G | D A H | E B");
}

TEST_P(Pages, put_nothing_where_they_are_told) {
    EXPECT_EQ(pages("SELECT name FROM opportunity ORDER BY amount NULLS LAST", 3), "A D G | C F B | E H");
    EXPECT_EQ(pages("SELECT name FROM opportunity ORDER BY amount DESC NULLS FIRST", 3), "H E B | F C G | D A");
}

TEST_P(Pages, meet_no_gap_and_no_repetition_in_any_order) {
    for (std::string first : {"amount", "amount DESC", "amount NULLS LAST", "amount DESC NULLS FIRST"})
        for (std::string second : {"", ", account.name", ", account.name DESC", ", account.name NULLS LAST", ", close_date DESC, account.name"})
            expect_same_on_pages("SELECT name FROM opportunity ORDER BY " + first + second);
}

TEST_P(Pages, stop_at_the_question_s_own_limit) {
    EXPECT_EQ(pages("SELECT name FROM opportunity LIMIT 5", 2), "A B | C D | E");
    EXPECT_EQ(pages("SELECT name FROM opportunity LIMIT 4", 2), "A B | C D");
}

TEST_P(Pages, skip_an_offset_once) { EXPECT_EQ(pages("SELECT name FROM opportunity OFFSET 3", 2), "D E | F G | H"); }

TEST_P(Pages, go_on_after_records_that_are_gone) {
    Select select = parse_soql("SELECT name FROM opportunity ORDER BY amount DESC");
    std::string out;
    JsonWriter writer(out);
    Statement statement = compiled(select);
    select.cursor = database().read([&](storage::Session& session) { return write_records(session, statement, 2, writer).next; });
    database().write([](storage::Session& session) { session.execute("UPDATE opportunity SET deleted_at = 1 WHERE name IN ('C', 'G')"); });
    EXPECT_EQ(names(select), "D A H E B");
}

TEST_P(Pages, of_groups_follow_each_other) {
    EXPECT_EQ(pages("SELECT account.name name, COUNT(id) n FROM opportunity WHERE account.name != null GROUP BY account.name", 1), "Acme | Zeta");
}

TEST_P(Pages, refuse_a_damaged_cursor) {
    Select select = parse_soql("SELECT name FROM opportunity ORDER BY name");
    select.cursor = write_cursor({{Value("B"), Value(7)}, 0, {}}, fingerprint_of(select));
    EXPECT_NE(names(select), "");
    select.cursor[12] = select.cursor[12] == 'A' ? 'B' : 'A';
    EXPECT_THAT(error(select), HasSubstr("invalid_cursor: This cursor is damaged"));
    select.cursor = "no cursor!";
    EXPECT_THAT(error(select), HasSubstr("invalid_cursor"));
}

TEST_P(Pages, refuse_the_cursor_of_another_question) {
    Select select = parse_soql("SELECT name FROM opportunity WHERE amount > 4 ORDER BY name");
    CursorPosition place{{Value("B"), Value(7)}, 0, {}};
    select.cursor = write_cursor(place, fingerprint_of(parse_soql("SELECT name FROM opportunity WHERE amount > 5 ORDER BY name")));
    EXPECT_THAT(error(select), HasSubstr("invalid_cursor"));
    select.cursor = write_cursor({{Value(1), Value(7)}, 0, {}}, fingerprint_of(select));
    EXPECT_THAT(error(select), HasSubstr("invalid_cursor")) << "values of the wrong kind";
}

TEST_P(Pages, take_a_cursor_for_other_fields_of_the_same_records) {
    Select select = parse_soql("SELECT name, amount FROM opportunity ORDER BY name");
    select.cursor = write_cursor({{Value("G"), Value(0)}, 0, {}}, fingerprint_of(parse_soql("SELECT name FROM opportunity ORDER BY name")));
    EXPECT_EQ(names(select), "G H");
}

}  // namespace
}  // namespace rapport::query
