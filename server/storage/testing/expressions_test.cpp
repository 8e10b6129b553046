#include <limits>

#include "base/calendar.h"
#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

/// What the dialect's spellings mean, the same on every engine.
class Expressions : public testing::SampleTableTest {
protected:
    Value evaluate(const std::string& expression, std::initializer_list<Value> parameters) {
        return database().read([&](Session& session) { return *session.value("SELECT " + expression, parameters); });
    }

    void store(std::initializer_list<Value> numbers) {
        database().write([&](Session& session) {
            session.execute("DELETE FROM sample");
            for (const Value& number : numbers) insert(session, "x", number);
        });
    }
    Value over_sample(const std::string& expression) {
        return database().read([&](Session& session) { return *session.value("SELECT " + expression + " FROM sample"); });
    }

    std::vector<std::string> names_where(const std::string& condition, std::initializer_list<Value> parameters) {
        return database().read([&](Session& session) {
            std::vector<std::string> names;
            auto cursor = session.query("SELECT name FROM sample WHERE " + condition + " ORDER BY id", parameters);
            while (cursor->next()) names.emplace_back(cursor->text(0));
            return names;
        });
    }
    void store_names(std::initializer_list<const char*> names) {
        database().write([&](Session& session) {
            std::int64_t number = 0;
            for (const char* name : names) insert(session, name, ++number);
        });
    }
    using Names = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(Engines, Expressions, testing::every_engine(), testing::engine_name);

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

TEST_P(Expressions, multiply_and_divide_exactly) {
    const std::string expression = dialect().multiply_divide("?1", "?2", "?3");
    EXPECT_EQ(evaluate(expression, {9'000'000'000'000'000'000, 3, 4}), Value(6'750'000'000'000'000'000));
    EXPECT_EQ(evaluate(expression, {5, 1, 2}), Value(3));
    EXPECT_EQ(evaluate(expression, {-5, 1, 2}), Value(-3));
    EXPECT_EQ(evaluate(expression, {5, 1, -2}), Value(-3));
    EXPECT_EQ(evaluate(expression, {most, most, most}), Value(most));
    // 4.99999… has more digits than a decimal of PostgreSQL keeps by itself.
    EXPECT_EQ(evaluate(expression, {4'499'999'999'999'999'999, 1, 1'000'000'000'000'000'000}), Value(4));
    EXPECT_EQ(evaluate(expression, {4'500'000'000'000'000'000, 1, 1'000'000'000'000'000'000}), Value(5));
}

TEST_P(Expressions, divide_by_zero_and_null_to_null) {
    const std::string expression = dialect().multiply_divide("?1", "?2", "?3");
    EXPECT_EQ(evaluate(expression, {5, 1, 0}), Value());
    EXPECT_EQ(evaluate(expression, {nullptr, 1, 1}), Value());
    EXPECT_EQ(evaluate(expression, {1, 1, nullptr}), Value());
}

TEST_P(Expressions, refuse_results_beyond_64_bits) {
    EXPECT_EQ(failure_of([&] { evaluate(dialect().multiply_divide("?1", "?2", "?3"), {most, 2, 1}); }).code(), "out_of_range");
    store({most, 1});
    EXPECT_EQ(failure_of([&] { over_sample(dialect().sum("number")); }).code(), "out_of_range");
}

TEST_P(Expressions, answer_null_beyond_64_bits_where_people_compute) {
    EXPECT_EQ(evaluate("rapport_scaled(?1, ?2, ?3)", {-5, 1, 2}), Value(-3));
    EXPECT_EQ(evaluate("rapport_scaled(?1, ?2, ?3)", {most, 2, 1}), Value());
    EXPECT_EQ(evaluate("rapport_scaled(?1, ?2, ?3)", {-most - 1, 1, 1}), Value());
    EXPECT_EQ(evaluate("rapport_scaled(?1, ?2, ?3)", {1, 1, 0}), Value());
    EXPECT_EQ(evaluate("rapport_sum(?1, ?2)", {most, -1}), Value(most - 1));
    EXPECT_EQ(evaluate("rapport_sum(?1, ?2)", {most, 1}), Value());
    EXPECT_EQ(evaluate("rapport_sum(?1, ?2, 1, -3)", {most, -1}), Value(most - 3));
    EXPECT_EQ(evaluate("rapport_sum(?1, ?2, -1)", {most, 1}), Value());
    EXPECT_EQ(evaluate("rapport_sum(1, ?1, 3)", {nullptr}), Value());
    EXPECT_EQ(evaluate("rapport_difference(?1, ?2)", {-most, 1}), Value());
    EXPECT_EQ(evaluate("rapport_difference(?1, ?2)", {nullptr, 1}), Value());
    EXPECT_EQ(evaluate("rapport_within(?1, 1, 3)", {3}), Value(3));
    EXPECT_EQ(evaluate("rapport_within(?1, 1, 3)", {4}), Value());
}

TEST_P(Expressions, sum_up) {
    store({1, 2, nullptr, 9'000'000'000});
    EXPECT_EQ(over_sample(dialect().sum("number")), Value(9'000'000'003));
    store({});
    EXPECT_EQ(over_sample(dialect().sum("number")), Value());
}

TEST_P(Expressions, average_half_away_from_zero) {
    store({1, 2, nullptr});
    EXPECT_EQ(over_sample(dialect().average("number")), Value(2));
    store({-1, -2});
    EXPECT_EQ(over_sample(dialect().average("number")), Value(-2));
    store({1, 1, 2});
    EXPECT_EQ(over_sample(dialect().average("number")), Value(1));
    store({most, most, most});
    EXPECT_EQ(over_sample(dialect().average("number")), Value(most));
    store({nullptr});
    EXPECT_EQ(over_sample(dialect().average("number")), Value());
}

TEST_P(Expressions, take_days_apart) {
    for (const char* text : {"1969-12-31", "1970-01-01", "2024-02-29", "2026-11-21", "9999-12-31", "0001-01-01"}) {
        const Date date = *Date::parse(text);
        const auto part = [&](std::string_view name) { return evaluate(dialect().date_part(name, "?1"), {date.days()}); };
        EXPECT_EQ(part("year"), Value(date.year())) << text;
        EXPECT_EQ(part("quarter"), Value((date.month() + 2) / 3)) << text;
        EXPECT_EQ(part("month"), Value(date.month())) << text;
        EXPECT_EQ(part("day"), Value(date.day())) << text;
        EXPECT_EQ(part("weekday"), Value(date.weekday() % 7 + 1)) << text;
    }
    EXPECT_EQ(evaluate(dialect().date_part("month", "?1"), {nullptr}), Value());
}

TEST_P(Expressions, match_patterns_without_regard_to_case) {
    store_names({"Müller GmbH", "MÜLLER AG", "Muller", "100% Öko", "a_b", "Τέλος", "back\\slash"});
    const std::string condition = dialect().like("name", "?1");
    EXPECT_EQ(names_where(condition, {"müller%"}), (Names{"Müller GmbH", "MÜLLER AG"}));
    EXPECT_EQ(names_where(condition, {"m_LLER"}), (Names{"Muller"}));
    EXPECT_EQ(names_where(condition, {"%\\%%"}), (Names{"100% Öko"}));
    EXPECT_EQ(names_where(condition, {"_\\__"}), (Names{"a_b"}));
    EXPECT_EQ(names_where(condition, {"%öko"}), (Names{"100% Öko"}));
    EXPECT_EQ(names_where(condition, {"τέλ%"}), (Names{"Τέλος"}));
    EXPECT_EQ(names_where(condition, {"%\\\\%"}), (Names{"back\\slash"}));
    EXPECT_EQ(names_where(condition, {""}), Names{});
    EXPECT_EQ(names_where(condition, {"%"}).size(), 7u);
}

TEST_P(Expressions, refuse_a_pattern_that_ends_in_a_backslash) {
    store_names({"xy"});
    EXPECT_EQ(failure_of([&] { names_where(dialect().like("name", "?1"), {"x\\"}); }).code(), "invalid_pattern");
}

TEST_P(Expressions, find_values_in_lists) {
    store_names({"Anna", "Bert", "Cäsar"});
    EXPECT_EQ(names_where(dialect().in_integers("number", "?1"), {"[1, 3, 9000000000]"}), (Names{"Anna", "Cäsar"}));
    EXPECT_EQ(names_where(dialect().in_integers("number", "?1"), {"[]"}), Names{});
    EXPECT_EQ(names_where(dialect().in_texts("name", "?1"), {R"(["BERT", "cäsar", "Anni"])"}), (Names{"Bert", "Cäsar"}));
    EXPECT_EQ(names_where("NOT (" + dialect().in_texts("name", "?1") + ")", {R"(["bert"])"}), (Names{"Anna", "Cäsar"}));
}

TEST_P(Expressions, compare_the_same_without_index) {
    store_names({"Anna", "Bert"});
    EXPECT_EQ(names_where(dialect().without_index("name") + " = ?1", {"ANNA"}), (Names{"Anna"}));
}

}  // namespace
}  // namespace rapport::storage
