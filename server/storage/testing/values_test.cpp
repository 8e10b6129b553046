#include <limits>

#include "base/failure.h"
#include "storage/testing/engines.h"

namespace rapport::storage {
namespace {

/// What every engine keeps of the values it is given.
class Values : public testing::EngineTest {
protected:
    void SetUp() override {
        database().write([](Session& session) {
            const Dialect& dialect = session.dialect();
            session.execute_script(dialect.create_table("sample",
                                                        "number " + dialect.column_type(ColumnType::Integer) + ", share " +
                                                            dialect.column_type(ColumnType::Real) + ", name " +
                                                            dialect.column_type(ColumnType::Text),
                                                        1));
        });
    }

    Value stored(const std::string& column, const Value& value) {
        return database().write([&](Session& session) {
            auto id = session.value("INSERT INTO sample (" + column + ") VALUES (?1) RETURNING id", {value});
            return *session.value("SELECT " + column + " FROM sample WHERE id = ?1", {*id});
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Values, testing::every_engine(), testing::engine_name);

TEST_P(Values, keep_integers_to_the_last_bit) {
    for (std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()})
        EXPECT_EQ(stored("number", number), Value(number));
}

TEST_P(Values, keep_reals_to_the_last_bit) {
    for (double number : {0.1, -1e300, 5e-324, 1.0 / 3}) EXPECT_EQ(stored("share", number), Value(number));
}

TEST_P(Values, keep_text_of_any_script) {
    for (const char* text : {"Müller-Straße", "株式会社", "مرحبا", "👩‍👩‍👧", "it's \"quoted\" ?1 \\ %", " \n\t"})
        EXPECT_EQ(stored("name", text), Value(text));
}

TEST_P(Values, keep_large_text) {
    const std::string text(3'000'000, 'x');
    EXPECT_EQ(stored("name", text), Value(text));
}

TEST_P(Values, tell_empty_text_from_null) {
    EXPECT_EQ(stored("name", ""), Value(""));
    EXPECT_TRUE(stored("name", nullptr).is_null());
    EXPECT_TRUE(stored("number", nullptr).is_null());
}

TEST_P(Values, are_refused_when_they_are_no_text) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("\xff")}) {
        try {
            stored("name", text);
            ADD_FAILURE() << "it was stored";
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.code(), "invalid_text");
        }
    }
}

TEST_P(Values, that_are_refused_do_not_end_the_transaction) {
    EXPECT_THROW(database().write([](Session& session) {
        EXPECT_THROW(session.execute("INSERT INTO sample (name) VALUES (?1)", {"\xff"}), Failure);
        session.execute("INSERT INTO sample (name) VALUES (?1)", {"x"});
        throw std::runtime_error("stop");
    }),
                 std::runtime_error);
    EXPECT_EQ(database().read([](Session& session) { return session.value("SELECT count(*) FROM sample"); }), Value(0));
}

TEST_P(Values, of_null_take_the_type_of_their_place) {
    database().write([](Session& session) {
        constexpr std::string_view sql = "INSERT INTO sample (number, share, name) VALUES (?1, ?2, ?3)";
        session.execute(sql, {nullptr, nullptr, nullptr});
        session.execute(sql, {9'000'000'000, 0.5, "x"});
        session.execute(sql, {nullptr, 0.5, nullptr});
    });
    auto count = database().read([](Session& session) { return session.value("SELECT count(number) FROM sample"); });
    EXPECT_EQ(count, Value(1));
}

TEST_P(Values, come_back_typed_without_a_column) {
    database().read([](Session& session) {
        EXPECT_EQ(session.value("SELECT ?1", {9'000'000'000}), Value(9'000'000'000));
        EXPECT_EQ(session.value("SELECT ?1", {"x"}), Value("x"));
        EXPECT_EQ(session.value("SELECT ?1 + 1", {9'000'000'000}), Value(9'000'000'001));
        EXPECT_EQ(session.value("SELECT ?1", {nullptr}), Value());
        EXPECT_EQ(session.value("SELECT count(*) FROM sample"), Value(0));
    });
}

TEST_P(Values, are_told_apart_by_their_numbers) {
    database().read([](Session& session) {
        EXPECT_EQ(session.value("SELECT CASE WHEN ?2 > ?1 THEN '?1' ELSE ?3 END", {1, 2, "no"}), Value("?1"));
        EXPECT_EQ(session.value("SELECT ?2 - ?1 - ?2 /* ?9 */ -- ?8", {5, 7}), Value(-5));
    });
}

}  // namespace
}  // namespace rapport::storage
