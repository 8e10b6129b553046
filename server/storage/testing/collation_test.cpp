#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

/// How texts compare: FoldedText as people do, Text by its bytes.
class Collation : public testing::EngineTest {
protected:
    void create(ColumnType type) {
        database().write([&](Session& session) {
            session.execute_script(session.dialect().create_table("sample", "name " + session.dialect().column_type(type), 1));
            session.execute_script("CREATE UNIQUE INDEX sample_name ON sample (name)");
        });
    }
    void insert(const std::string& name) {
        database().write([&](Session& session) { session.execute("INSERT INTO sample (name) VALUES (?1)", {name}); });
    }
    std::vector<std::string> names(const std::string& rest, std::initializer_list<Value> parameters = {}) {
        return database().read([&](Session& session) {
            std::vector<std::string> out;
            auto cursor = session.query("SELECT name FROM sample " + rest, parameters);
            while (cursor->next()) out.emplace_back(cursor->text(0));
            return out;
        });
    }
    using Names = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(Engines, Collation, testing::every_engine(), testing::engine_name);

TEST_P(Collation, of_folded_text_orders_as_people_do) {
    create(ColumnType::FoldedText);
    const Names expected{"", "10", "9", "Apfel", "äpfel", "azur", "côte", "Zebra", "Ωmega", "株式会社"};
    for (auto name = expected.rbegin(); name != expected.rend(); ++name) insert(*name);
    EXPECT_EQ(names("ORDER BY name"), expected);
    EXPECT_EQ(names("WHERE name > ?1 ORDER BY name LIMIT 2", {"APFEL"}), (Names{"äpfel", "azur"}));
}

TEST_P(Collation, of_folded_text_ignores_case_but_no_accents) {
    create(ColumnType::FoldedText);
    insert("Müller");
    insert("Muller");
    EXPECT_EQ(names("WHERE name = ?1", {"MÜLLER"}), (Names{"Müller"}));
    EXPECT_EQ(names("WHERE name IN (?1)", {"MULLER"}), (Names{"Muller"}));
}

TEST_P(Collation, of_folded_text_counts_for_uniqueness_and_groups) {
    create(ColumnType::FoldedText);
    insert("Müller");
    EXPECT_EQ(testing::failure_of([&] { insert("müller"); }).code(), "duplicate_value");
    database().write([](Session& session) { session.execute_script("DROP INDEX sample_name"); });
    insert("müller");
    insert("muller");
    EXPECT_EQ(database().read([](Session& session) {
        return session.value("SELECT count(*) FROM (SELECT name FROM sample GROUP BY name) AS grouped");
    }),
              Value(2));
}

TEST_P(Collation, of_folded_text_knows_both_ways_to_write_an_accent) {
    create(ColumnType::FoldedText);
    insert("M\u00fcller");
    EXPECT_EQ(names("WHERE name = ?1", {"Mu\u0308ller"}).size(), 1u);
}

TEST_P(Collation, of_text_is_by_bytes) {
    create(ColumnType::Text);
    for (const char* name : {"b", "a", "B", "ä", "a b", "ab"}) insert(name);
    EXPECT_EQ(names("ORDER BY name"), (Names{"B", "a", "a b", "ab", "b", "ä"}));
    EXPECT_EQ(names("WHERE name = ?1", {"A"}), Names{});
}

}  // namespace
}  // namespace rapport::storage
