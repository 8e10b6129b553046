#include <fmt/format.h>
#include <gmock/gmock.h>

#include <limits>
#include <random>

#include "query/formula.h"
#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using ::testing::HasSubstr;

/// Writes random formulas over the fields of `thing`. The same seed gives the same formulas on every machine.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit)); }
    template <class Items>
    std::string one_of(const Items& items) {
        return std::string(items[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(items))))]);
    }

    std::string number(int depth) {
        constexpr std::string_view leaves[] = {"n", "p", "m", "parent.n", "0", "-1", "2.5", "0.003", "7", "LEN(s)", "(d - e)", "YEAR(d)", "MONTH(e)", "DAY(d)", "WEEKDAY(e)", "(w - v)", "(NOW() - v)"};
        if (depth == 0) return one_of(leaves);
        std::string a = number(depth - 1);
        switch (below(15)) {
            case 0: return fmt::format("({} + {})", a, number(depth - 1));
            case 1: return fmt::format("({} - {})", a, number(depth - 1));
            case 2: return fmt::format("({} * {})", a, number(0));
            case 3: return fmt::format("({} / {})", a, number(0));
            case 4: return fmt::format("ROUND({}, {})", a, below(4));
            case 5: return fmt::format("FLOOR({})", a);
            case 6: return fmt::format("CEILING({})", a);
            case 7: return fmt::format("ABS({})", a);
            case 8: return fmt::format("MOD({}, {})", a, number(0));
            case 9: return fmt::format("MIN({}, {}, {})", a, number(depth - 1), number(0));
            case 10: return fmt::format("MAX({}, {})", a, number(depth - 1));
            case 11: return fmt::format("IF({}, {}, {})", condition(depth - 1), a, number(depth - 1));
            case 12: return fmt::format("BLANKVALUE({}, {})", a, number(depth - 1));
            case 13: return fmt::format("VALUE({})", text(depth - 1));
            default: return fmt::format("-{}", a);
        }
    }

    std::string text(int depth) {
        constexpr std::string_view leaves[] = {"s", "t", "parent.s", "k", "\"\"", "\"a\"", "\" x'y \"", "TEXT(n)", "TEXT(d)", "TEXT(p)", "TEXT(w)", "\"12.5\""};
        if (depth == 0) return one_of(leaves);
        std::string a = text(depth - 1);
        switch (below(10)) {
            case 0: return fmt::format("({} & {})", a, text(depth - 1));
            case 1: return fmt::format("UPPER({})", a);
            case 2: return fmt::format("LOWER({})", a);
            case 3: return fmt::format("TRIM({})", a);
            case 4: return fmt::format("LEFT({}, {})", a, number(0));
            case 5: return fmt::format("RIGHT({}, {})", a, number(0));
            case 6: return fmt::format("MID({}, {}, {})", a, number(0), number(0));
            case 7: return fmt::format("SUBSTITUTE({}, {}, {})", a, text(0), text(0));
            case 8: return fmt::format("CASE({}, {}, {}, {})", a, text(0), text(0), text(depth - 1));
            default: return fmt::format("IF({}, {}, {})", condition(depth - 1), a, text(depth - 1));
        }
    }

    std::string date(int depth) {
        constexpr std::string_view leaves[] = {"d", "e", "TODAY()", "DATE(2024, 2, 29)", "DATEVALUE(w)", "DATEVALUE(v)", "DATEVALUE(NOW())"};
        if (depth == 0) return one_of(leaves);
        switch (below(4)) {
            case 0: return fmt::format("({} + {})", date(depth - 1), number(0));
            case 1: return fmt::format("DATE(YEAR({}), {}, DAY({}))", date(depth - 1), number(0), date(0));
            case 2: return fmt::format("MAX({}, {})", date(depth - 1), date(0));
            default: return fmt::format("IF({}, {}, {})", condition(depth - 1), date(depth - 1), date(0));
        }
    }

    std::string condition(int depth) {
        constexpr std::string_view signs[] = {"=", "<>", "<", "<=", ">", ">="};
        if (depth == 0) return below(2) ? "c" : fmt::format("ISBLANK({})", below(2) ? number(0) : text(0));
        switch (below(11)) {
            case 8: return fmt::format("ISPICKVAL(k, \"{}\")", below(2) ? "a" : "");
            case 9: return fmt::format("INCLUDES(g, \"{}\")", below(2) ? "a" : "b");
            case 10: return fmt::format("({} {} {})", below(2) ? "w" : "NOW()", one_of(signs), below(2) ? "v" : "parent.w");
            case 0: return fmt::format("({} && {})", condition(depth - 1), condition(depth - 1));
            case 1: return fmt::format("OR({}, {})", condition(depth - 1), condition(0));
            case 2: return fmt::format("NOT({})", condition(depth - 1));
            case 3: return fmt::format("({} {} {})", number(depth - 1), one_of(signs), number(0));
            case 4: return fmt::format("({} {} {})", text(depth - 1), one_of(signs), text(0));
            case 5: return fmt::format("({} {} {})", date(depth - 1), one_of(signs), date(0));
            case 6: return fmt::format("CONTAINS({}, {})", text(depth - 1), text(0));
            default: return fmt::format("BEGINS({}, {})", text(depth - 1), text(0));
        }
    }

private:
    std::mt19937 random_;
};

Json formula_field(int number, std::string_view result, const std::string& formula) {
    Json::Members members{{"name", fmt::format("f{}", number)}, {"type", "formula"}, {"result", result}, {"formula", formula}};
    if (result == "decimal") members.emplace_back("scale", 6);
    return members;
}

/// An object `thing` with fields of many types and formulas of every kind over them.
metadata::CataloguePointer catalogue_of_formulas() {
    Json thing = Json::parse(R"({"name": "thing", "number": 2, "owned": false, "fields": [
        {"name": "name", "type": "text"}, {"name": "n", "type": "decimal", "scale": 2}, {"name": "p", "type": "decimal", "scale": 4},
        {"name": "m", "type": "integer"}, {"name": "s", "type": "text"}, {"name": "t", "type": "text"}, {"name": "d", "type": "date"},
        {"name": "e", "type": "date"}, {"name": "w", "type": "datetime"}, {"name": "v", "type": "datetime"}, {"name": "c", "type": "checkbox"},
        {"name": "k", "type": "picklist", "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"name": "g", "type": "multi_picklist", "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"name": "parent", "type": "lookup", "to": "thing"}]})");
    Generator generator(7);
    int count = 0;
    for (int i = 0; i < 100; ++i) {
        int depth = 1 + i % 3;
        for (const auto& [result, formula] : {std::pair("decimal", generator.number(depth)), std::pair("text", generator.text(depth)),
                                              std::pair("date", generator.date(depth)), std::pair("checkbox", generator.condition(depth))})
            thing.member("fields").push(formula_field(count++, result, formula));
    }
    return metadata::Catalogue::build(std::array{Json::parse(R"({"name": "user", "number": 1, "owned": false, "fields": [{"name": "name", "type": "text"}]})"), thing}, 1);
}

class FormulaFields : public testing::Workspace {
protected:
    FormulaFields() : Workspace(catalogue_of_formulas()) {
        context_.zone = *TimeZone::find("Europe/Berlin");
        context_.now = *DateTime::parse("2026-11-21T23:30:00Z");
        Generator generator(11);
        auto maybe = [&](const Value& value) { return generator.below(4) == 0 ? Value() : value; };
        constexpr std::string_view words[] = {"a", "A", "straße", "ÄÖ", " x ", "12.5", "-0.07", "x'y", "b%_\\", "1e2"};
        constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
        constexpr std::int64_t extremes[] = {greatest, -greatest, greatest / 2, -greatest - 1};
        for (int i = 0; i < 60; ++i) {
            Values values{{"n", maybe(generator.below(2'000'001) - 1'000'000)}, {"p", maybe(generator.below(200'001) - 100'000)},
                          {"m", maybe(generator.below(9) == 0 ? extremes[generator.below(4)] : generator.below(9) - 4)}, {"s", maybe(generator.one_of(words))}, {"t", maybe(generator.one_of(words))},
                          {"d", maybe(generator.below(40'000) - 5'000)}, {"e", maybe(generator.below(40'000) - 5'000)},
                          {"w", maybe((generator.below(1'600'000'000) + 200'000'000) * 1'000'000 + generator.below(2) * 123)},
                          {"v", maybe((generator.below(1'600'000'000) + 200'000'000) * 1'000'000)},
                          {"c", maybe(generator.below(2))}, {"k", maybe(generator.below(2) ? "a" : "b")}, {"g", maybe(generator.below(2) ? ";a;" : ";a;b;")}};
            if (!records_.empty()) values.emplace_back("parent_id", maybe(std::next(records_.begin(), generator.below(static_cast<std::int64_t>(records_.size())))->first));
            std::int64_t id = insert("thing", values);
            records_[id].insert(values.begin(), values.end());
        }
    }

    Value value_of(std::int64_t record, const FieldPath& path) {
        Value value(record);
        for (const auto* field : path) value = value.is_null() ? Value() : records_[value.integer()][field->name];
        return value;
    }

    std::map<std::int64_t, std::map<std::string, Value>> records_;
};
INSTANTIATE_TEST_SUITE_P(Engines, FormulaFields, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(FormulaFields, come_to_the_same_in_memory_and_in_the_engine) {
    const metadata::Object& thing = object("thing");
    for (const metadata::Field& field : thing.fields) {
        if (field.formula.empty()) continue;
        Formula formula = Formula::of(field, *catalogue_, thing);
        Statement statement = compiled(parse_soql(fmt::format("SELECT {} FROM thing", field.name)));
        database().read([&](storage::Session& session) {
            for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
                std::int64_t id = cells[0].integer();
                Value here = formula.evaluate(context_, [&](const FieldPath& path) { return value_of(id, path); });
                if (field.value_type().shape() == metadata::Shape::Boolean) here = here.integer_or(0);
                EXPECT_TRUE(cells[1].value() == here) << field.formula << " of record " << id;
            });
        });
    }
}

TEST_P(FormulaFields, can_be_selected_filtered_sorted_and_counted) {
    catalogue_ = metadata::Catalogue::build(
        std::array{Json::parse(R"({"name": "user", "number": 1, "owned": false, "fields": [{"name": "name", "type": "text"}]})"),
                   Json::parse(R"({"name": "thing", "number": 2, "owned": false, "fields": [{"name": "name", "type": "text"},
                        {"name": "n", "type": "decimal", "scale": 2}, {"name": "d", "type": "date"}, {"name": "parent", "type": "lookup", "to": "thing"},
                        {"name": "twice", "type": "formula", "result": "decimal", "scale": 2, "formula": "n * 2"},
                        {"name": "path", "type": "formula", "result": "text", "formula": "IF(ISBLANK(parent.name), \"\", parent.name & \" / \") & name"},
                        {"name": "more", "type": "formula", "result": "checkbox", "formula": "twice > parent.twice"}]})")},
        2);
    database().write([](storage::Session& session) { session.execute("DELETE FROM thing"); });
    std::int64_t top = insert("thing", {{"name", "Top"}, {"n", 150}});
    insert("thing", {{"name", "Low"}, {"n", 100}, {"parent_id", top}});
    insert("thing", {{"name", "High"}, {"n", 250}, {"parent_id", top}});
    EXPECT_EQ(testing::without_ids(ask("SELECT path, twice, more FROM thing ORDER BY twice DESC")),
              R"([{"path":"Top / High","twice":5,"more":true},{"path":"Top","twice":3,"more":false},{"path":"Top / Low","twice":2,"more":false}])");
    EXPECT_EQ(names("SELECT name FROM thing WHERE twice > 2 AND parent.twice = 3"), "High");
    EXPECT_EQ(names("SELECT name FROM thing WHERE more = true"), "High");
    EXPECT_EQ(names("SELECT name FROM thing WHERE path LIKE 'top / %' ORDER BY path"), "High Low");
    EXPECT_EQ(ask("SELECT more, SUM(twice) total FROM thing GROUP BY more ORDER BY more"), R"([{"more":false,"total":5},{"more":true,"total":5}])");
    EXPECT_EQ(pages("SELECT name FROM thing ORDER BY twice DESC", 1), "High | Top | Low");
}

TEST_P(FormulaFields, may_be_long_but_not_deep) {
    std::string sum = "n";
    std::string cases = "0";
    std::string deep = "n";
    for (int i = 0; i < 150; ++i) sum += i % 3 == 0 ? " - m" : " + n";
    for (int i = 0; i < 25; ++i) cases = fmt::format("IF(n = {}, {}, {})", i, i * i, cases);
    for (int i = 0; i < 40; ++i) deep = fmt::format("ROUND({} / 3, 2)", deep);
    auto thing = [](const std::string& formula) {
        return metadata::Catalogue::build(
            std::array{Json::parse(R"({"name": "user", "number": 1, "owned": false, "fields": [{"name": "name", "type": "text"}]})"),
                       Json(Json::Members{{"name", "thing"}, {"number", 2}, {"owned", false}, {"fields", Json::Array{Json::parse(R"({"name": "name", "type": "text"})"),
                           Json::parse(R"({"name": "n", "type": "decimal", "scale": 2})"), Json::parse(R"({"name": "m", "type": "integer"})"), formula_field(0, "decimal", formula)}}})},
            2);
    };
    database().write([](storage::Session& session) { session.execute("DELETE FROM thing"); });
    insert("thing", {{"n", 300}, {"m", 2}});
    catalogue_ = thing(sum);
    EXPECT_EQ(testing::without_ids(ask("SELECT f0 FROM thing")), R"([{"f0":203}])");
    catalogue_ = thing(cases);
    EXPECT_EQ(testing::without_ids(ask("SELECT f0 FROM thing")), R"([{"f0":9}])");
    catalogue_ = thing(deep);
    EXPECT_THAT(error("SELECT f0 FROM thing"), HasSubstr("nested too deeply"));
}

TEST_P(FormulaFields, that_are_broken_are_left_out_of_all_fields) {
    catalogue_ = metadata::Catalogue::build(
        std::array{Json::parse(R"({"name": "user", "number": 1, "owned": false, "fields": [{"name": "name", "type": "text"}]})"),
                   Json::parse(R"({"name": "thing", "number": 2, "owned": false, "fields": [{"name": "name", "type": "text"},
                        {"name": "broken", "type": "formula", "result": "text", "formula": "gone & name"},
                        {"name": "round", "type": "formula", "result": "text", "formula": "round"}],
                        "validation_rules": [{"name": "no_condition", "formula": "name", "message": "x"}]})")},
        2);
    EXPECT_THAT(ask("SELECT FIELDS(ALL) FROM thing LIMIT 1"), ::testing::Not(HasSubstr("broken")));
    EXPECT_THAT(error("SELECT broken FROM thing"), HasSubstr("thing has no field \"gone\""));
    std::string all;
    for (const Problem& problem : formula_problems(*catalogue_)) all += problem.field + " ";
    EXPECT_EQ(all, "thing.broken thing.round thing.no_condition ");
}

}  // namespace
}  // namespace rapport::query
