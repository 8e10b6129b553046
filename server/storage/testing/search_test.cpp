#include <fmt/format.h>

#include <limits>
#include <map>
#include <set>

#include "base/text.h"
#include "storage/testing/engines.h"

namespace rapport::storage {
namespace {

class Search : public testing::EngineTest {
protected:
    using Ids = std::vector<std::int64_t>;

    void SetUp() override {
        database().write([](Session& session) { session.execute_script(session.dialect().create_search_tables()); });
    }
    void put(std::int64_t id, std::string_view terms) {
        database().write([&](Session& session) { session.execute(session.dialect().put_many_terms("search_text"), {fmt::format(R"([[{}, "{}"]])", id, terms)}); });
    }
    Ids find(const SearchQuery& query, int limit = 10) {
        return database().read([&](Session& session) {
            Ids ids;
            auto cursor = session.query(session.dialect().find_search_terms(), {dialect().search_query(query), first_id, last_id, limit});
            while (cursor->next()) ids.push_back(cursor->integer(0));
            return ids;
        });
    }
    static SearchQuery term(std::string text) { return SearchQuery::of(std::move(text)); }
    static SearchQuery beginning(std::string text) { return SearchQuery::beginning(std::move(text)); }

    std::int64_t first_id = 1;
    std::int64_t last_id = std::numeric_limits<std::int64_t>::max();
};
INSTANTIATE_TEST_SUITE_P(Engines, Search, testing::every_engine(), testing::engine_name);

TEST_P(Search, finds_terms_and_their_beginnings_newest_first) {
    put(1, "=muller :berlin");
    put(2, "=muhle :mull");
    EXPECT_EQ(find(term("=muller")), (Ids{1}));
    EXPECT_EQ(find(term("=mull")), Ids{});
    EXPECT_EQ(find(beginning("=mu")), (Ids{2, 1}));
    EXPECT_EQ(find(beginning("=mull")), (Ids{1}));
    EXPECT_EQ(find(beginning("=muller")), (Ids{1}));
    EXPECT_EQ(find(beginning("=m")), (Ids{2, 1}));
}

TEST_P(Search, takes_all_and_any) {
    put(1, "=anna :berlin");
    put(2, "=anna :hamburg");
    put(3, "=otto :berlin");
    EXPECT_EQ(find(SearchQuery::all({term("=anna"), beginning(":ber")})), (Ids{1}));
    EXPECT_EQ(find(SearchQuery::any({term("=otto"), term(":hamburg")})), (Ids{3, 2}));
    EXPECT_EQ(find(SearchQuery::all({term(":berlin"), SearchQuery::any({term("=otto"), term("=nobody")})})), (Ids{3}));
    EXPECT_EQ(find(SearchQuery::any({})), Ids{});
}

TEST_P(Search, keeps_signs_and_letters_of_any_script_as_they_are) {
    put(1, "=c++ :c# \U000f0007 =株式 =\u0645\u062d\u0645\u062f");
    for (const char* text : {"=c++", ":c#", "\U000f0007", "=株式", "=\u0645\u062d\u0645\u062f"}) EXPECT_EQ(find(term(text)), (Ids{1})) << text;
    EXPECT_EQ(find(beginning("=株")), (Ids{1}));
    EXPECT_EQ(find(term("=c")), Ids{});
    EXPECT_EQ(find(term("c++")), Ids{});
}

TEST_P(Search, keeps_to_the_ids_it_was_given_and_to_the_limit) {
    for (int id = 1; id <= 6; ++id) put(id, "=gamma");
    first_id = 2;
    last_id = 4;
    EXPECT_EQ(find(beginning("=gam")), (Ids{4, 3, 2}));
    EXPECT_EQ(find(term("=gamma"), 2), (Ids{4, 3}));
}

TEST_P(Search, finds_records_that_lie_far_apart_newest_first) {
    Ids all;
    for (int place = 45; place >= 1; --place) all.push_back(place * 5'000);
    for (std::int64_t id : all) put(id, "=gamma");
    EXPECT_EQ(find(beginning("=gam"), 100), all);
    EXPECT_EQ(find(beginning("=gam"), 3), Ids(all.begin(), all.begin() + 3));
    first_id = 5'001;
    last_id = 15'000;
    EXPECT_EQ(find(term("=gamma")), (Ids{15'000, 10'000}));
}

TEST_P(Search, finds_old_records_behind_many_new_ones) {
    database().write([&](Session& session) {
        for (int id = 1; id <= 2'500; ++id) session.execute(session.dialect().put_many_terms("search_text"), {fmt::format(R"([[{}, "{}"]])", id, id <= 3 ? "=rare" : "=common")});
    });
    EXPECT_EQ(find(term("=rare")), (Ids{3, 2, 1}));
    EXPECT_EQ(find(SearchQuery::any({term("=rare"), term("=common")}), 2'499).size(), 2'499u);
}

TEST_P(Search, tells_the_terms_of_records) {
    put(1, ":berlin =muller");
    put(2, "=株式");
    put(3, "=late");
    std::map<std::int64_t, std::set<std::string>> terms;
    database().read([&](Session& session) {
        auto rows = session.query(dialect().read_terms("search_text"), {1, 2});
        while (rows->next())
            for (auto term : text::split(rows->text(1), ' ')) terms[rows->integer(0)].emplace(term);
    });
    EXPECT_EQ(terms, (decltype(terms){{1, {"=muller", ":berlin"}}, {2, {"=株式"}}}));
}

TEST_P(Search, forgets_the_terms_before) {
    put(1, "=alpha");
    put(1, "=beta");
    EXPECT_EQ(find(term("=alpha")), Ids{});
    EXPECT_EQ(find(term("=beta")), (Ids{1}));
    database().write([](Session& session) { session.execute(session.dialect().remove_terms("search_text"), {1}); });
    EXPECT_EQ(find(term("=beta")), Ids{});
}

TEST_P(Search, takes_ids_of_records_and_many_terms) {
    const std::int64_t id = (std::int64_t{0x7fff} << 48) + 12345;
    std::string terms;
    for (int i = 0; i < 20'000; ++i) terms += (i ? " :word" : ":word") + std::to_string(i);
    put(id, terms);
    EXPECT_EQ(find(term(":word777")), (Ids{id}));
}

}  // namespace
}  // namespace rapport::storage
