#include <limits>

#include "base/text.h"
#include "storage/testing/engines.h"

namespace rapport::storage {
namespace {

class Search : public testing::EngineTest {
protected:
    void SetUp() override {
        database().write([](Session& session) { session.execute_script(session.dialect().create_search_table()); });
    }
    void put(std::int64_t id, std::string_view words) {
        database().write([&](Session& session) { session.execute(session.dialect().put_search_text(), {id, text::fold(words)}); });
    }
    std::vector<std::int64_t> find(std::string_view words, int limit = 10) {
        return database().read([&](Session& session) {
            std::vector<std::int64_t> ids;
            auto cursor = session.query(session.dialect().find_search_text(), {dialect().search_query(text::fold(words)), first_id, last_id, limit});
            while (cursor->next()) ids.push_back(cursor->integer(0));
            return ids;
        });
    }
    std::int64_t first_id = 1;
    std::int64_t last_id = std::numeric_limits<std::int64_t>::max();
    using Ids = std::vector<std::int64_t>;
};
INSTANTIATE_TEST_SUITE_P(Engines, Search, testing::every_engine(), testing::engine_name);

TEST_P(Search, finds_the_beginnings_of_words) {
    put(1, "Müller GmbH Berlin");
    put(2, "Mühlenberg AG");
    EXPECT_EQ(find("mul"), (Ids{1}));
    EXPECT_EQ(find("MÜ"), (Ids{2, 1}));
    EXPECT_EQ(find("m"), (Ids{2, 1}));
    EXPECT_EQ(find("ller"), Ids{});
}

TEST_P(Search, wants_all_words_in_any_order) {
    put(1, "Anna Schmidt, Berlin");
    put(2, "Anna Meyer, Hamburg");
    EXPECT_EQ(find("ber ann"), (Ids{1}));
    EXPECT_EQ(find("anna schmidt hamburg"), Ids{});
}

TEST_P(Search, puts_whole_words_and_new_records_first) {
    for (int id = 1; id <= 6; ++id) put(id, id % 2 ? "Annabelle" : "Anna");
    EXPECT_EQ(find("anna"), (Ids{6, 4, 2, 5, 3, 1}));
    EXPECT_EQ(find("anna", 4), (Ids{6, 4, 2, 5}));
    EXPECT_EQ(find("anna", 2), (Ids{6, 4}));
}

TEST_P(Search, keeps_to_the_ids_it_was_given) {
    for (int id = 1; id <= 6; ++id) put(id, "Gamma");
    first_id = 2;
    last_id = 4;
    EXPECT_EQ(find("gam"), (Ids{4, 3, 2}));
    EXPECT_EQ(find("gamma"), (Ids{4, 3, 2}));
}

TEST_P(Search, forgets_the_words_before) {
    put(1, "Alpha");
    put(1, "Beta");
    EXPECT_EQ(find("alpha"), Ids{});
    EXPECT_EQ(find("beta"), (Ids{1}));
    database().write([](Session& session) { session.execute(session.dialect().remove_search_text(), {1}); });
    EXPECT_EQ(find("beta"), Ids{});
}

TEST_P(Search, answers_no_more_than_was_asked_for) {
    for (int id = 1; id <= 5; ++id) put(id, "Gamma");
    EXPECT_EQ(find("gamma", 3).size(), 3u);
}

TEST_P(Search, cuts_words_at_what_is_no_letter_or_digit) {
    put(1, "o'neil@example.com +49 (30) 1234-567 株式会社");
    for (const char* words : {"neil", "example.com", "o'neil", "1234567", "567", "株式", "\"o*\" & (neil | !x) :* -"}) {
        const bool is_there = std::string_view(words) != "1234567" && std::string_view(words).find('x') == std::string_view::npos;
        EXPECT_EQ(find(words).size(), is_there || std::string_view(words) == "example.com" ? 1u : 0u) << words;
    }
}

TEST_P(Search, finds_nothing_without_words) {
    put(1, "Delta");
    for (const char* words : {"", "  ", "\"*", "-&|!():'\\"}) EXPECT_EQ(find(words), Ids{}) << words;
}

TEST_P(Search, takes_ids_of_records_and_long_texts) {
    const std::int64_t id = (std::int64_t{0x7fff} << 48) + 12345;
    std::string words;
    for (int i = 0; i < 60'000; ++i) words += "word" + std::to_string(i) + " ";
    put(id, words);
    EXPECT_EQ(find("word777"), (Ids{id}));
}

}  // namespace
}  // namespace rapport::storage
