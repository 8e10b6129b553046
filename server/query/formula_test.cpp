#include "query/formula.h"

#include <gmock/gmock.h>

#include <map>

#include "base/decimal.h"
#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using ::testing::HasSubstr;

/// Formulas over an opportunity whose values stand in `values`.
class FormulaTest : public ::testing::Test {
protected:
    FormulaTest() { context_.now = *DateTime::parse("2026-11-21T23:30:00Z"); }

    Formula parse(std::string_view text) { return Formula::parse(text, *catalogue_, catalogue_->object("opportunity")); }

    /// What it comes to, as text.
    std::string result(std::string_view text) {
        Formula formula = parse(text);
        Value value = formula.evaluate(context_, [this](const FieldPath& path) {
            std::string name;
            for (const auto* field : path) name += (name.empty() ? "" : ".") + field->name;
            auto found = values_.find(name);
            return found == values_.end() ? Value() : found->second;
        });
        if (value.is_null()) return "null";
        switch (formula.shape()) {
            case metadata::Shape::Boolean: return value.integer() ? "true" : "false";
            case metadata::Shape::Number: return decimal::format(value.integer(), formula.scale());
            case metadata::Shape::Date: return Date(value.integer()).text();
            case metadata::Shape::DateTime: return DateTime(value.integer()).text();
            default: return value.text();
        }
    }
    std::string error(std::string_view text) {
        try {
            return "no error: " + result(text);
        } catch (const Failure& failure) {
            return failure.what();
        }
    }

    metadata::CataloguePointer catalogue_ = testing::small_catalogue();
    Context context_;
    std::map<std::string, Value> values_{{"name", "Big Deal"},       {"amount", 100'050},
                                         {"probability", 2'500},     {"close_date", Date::of(2026, 1, 31).days()},
                                         {"is_won", 1},              {"account_id.name", "Acme"},
                                         {"account_id.industry", "banking"}};
};

TEST_F(FormulaTest, computes_with_exact_decimals) {
    EXPECT_EQ(result("0.1 + 0.2"), "0.3");
    EXPECT_EQ(result("amount * 3"), "3001.5");
    EXPECT_EQ(result("amount * probability / 100"), "250.125");
    EXPECT_EQ(result("10 / 4"), "2.5");
    EXPECT_EQ(result("1 / 3"), "0.333333");
    EXPECT_EQ(result("2 / 3"), "0.666667");
    EXPECT_EQ(result("-(2 - 5) * 2"), "6");
}

TEST_F(FormulaTest, follows_precedence) {
    EXPECT_EQ(result("1 + 2 * 3"), "7");
    EXPECT_EQ(result("10 - 2 - 3"), "5");
    EXPECT_EQ(result("1 + 1 = 2 && 3 > 2 || FALSE"), "true");
    EXPECT_EQ(result("!FALSE && TRUE"), "true");
    EXPECT_EQ(result("\"a\" & \"b\" = \"ab\""), "true");
}

TEST_F(FormulaTest, gives_null_where_a_number_is_missing) {
    EXPECT_EQ(result("amount + account.employees"), "null");
    EXPECT_EQ(result("1 / 0"), "null");
    EXPECT_EQ(result("BLANKVALUE(account.employees, 0) + 1"), "1");
}

TEST_F(FormulaTest, never_calls_a_blank_greater_or_less) {
    EXPECT_EQ(result("account.employees > 5"), "false");
    EXPECT_EQ(result("account.employees <= 5"), "false");
    EXPECT_EQ(result("account.employees = 5"), "false");
    EXPECT_EQ(result("account.employees <> 5"), "true");
    EXPECT_EQ(result("account.employees = NULL"), "true");
    EXPECT_EQ(result("ISBLANK(account.employees)"), "true");
    EXPECT_EQ(result("ISBLANK(next_step)"), "true");
    EXPECT_EQ(result("next_step = \"\""), "true");
}

TEST_F(FormulaTest, cuts_and_joins_texts) {
    EXPECT_EQ(result("UPPER(name) & LOWER(\" ÄÖ\")"), "BIG DEAL äö");
    EXPECT_EQ(result("LEFT(name, 3) & RIGHT(name, 2) & MID(name, 5, 2)"), "BigalDe");
    EXPECT_EQ(result("LEFT(\"äöü\", 2)"), "äö");
    EXPECT_EQ(result("RIGHT(\"abc\", 9)"), "abc");
    EXPECT_EQ(result("MID(\"abc\", 0, 2)"), "ab");
    EXPECT_EQ(result("LEN(\"äöü\")"), "3");
    EXPECT_EQ(result("TRIM(\"  x \")"), "x");
    EXPECT_EQ(result("SUBSTITUTE(\"a-b-c\", \"-\", \"+\")"), "a+b+c");
    EXPECT_EQ(result("LEFT(name, 0)"), "null");
    EXPECT_EQ(result("name & next_step"), "Big Deal");
}

TEST_F(FormulaTest, finds_in_texts) {
    EXPECT_EQ(result("CONTAINS(name, \"Deal\")"), "true");
    EXPECT_EQ(result("CONTAINS(name, \"deal\")"), "false");
    EXPECT_EQ(result("CONTAINS(name, \"\")"), "true");
    EXPECT_EQ(result("BEGINS(name, \"Big\")"), "true");
    EXPECT_EQ(result("BEGINS(\"\", \"Big\")"), "false");
}

TEST_F(FormulaTest, turns_values_into_text_and_back) {
    EXPECT_EQ(result("TEXT(amount)"), "1000.5");
    EXPECT_EQ(result("TEXT(close_date)"), "2026-01-31");
    EXPECT_EQ(result("TEXT(NOW())"), "2026-11-21T23:30:00Z");
    EXPECT_EQ(result("VALUE(\"12.5\") * 2"), "25");
    EXPECT_EQ(result("VALUE(\"12,5\")"), "null");
}

TEST_F(FormulaTest, chooses) {
    EXPECT_EQ(result("IF(amount > 1000, \"big\", \"small\")"), "big");
    EXPECT_EQ(result("CASE(account.industry, \"retail\", 1, \"banking\", 2.5, 3)"), "2.5");
    EXPECT_EQ(result("CASE(MONTH(close_date), 1, \"January\", \"later\")"), "January");
    EXPECT_EQ(result("ISPICKVAL(account.industry, \"banking\")"), "true");
    EXPECT_EQ(result("IF(is_won, NULL, 5)"), "null");
    EXPECT_EQ(result("AND(is_won, OR(FALSE, amount > 0), NOT(FALSE))"), "true");
}

TEST_F(FormulaTest, knows_the_calendar) {
    EXPECT_EQ(result("close_date + 29"), "2026-03-01");
    EXPECT_EQ(result("close_date - 31"), "2025-12-31");
    EXPECT_EQ(result("DATE(2024, 2, 29)"), "2024-02-29");
    EXPECT_EQ(result("DATE(2023, 2, 29)"), "null");
    EXPECT_EQ(result("DATE(YEAR(close_date) + 1, MONTH(close_date), DAY(close_date))"), "2027-01-31");
    EXPECT_EQ(result("TODAY() - close_date"), "294");
    EXPECT_EQ(result("WEEKDAY(DATE(2026, 11, 22))"), "1");
    EXPECT_EQ(result("NOW() + 0.5"), "2026-11-22T11:30:00Z");
    EXPECT_EQ(result("(NOW() + 1.25) - NOW()"), "1.25");
}

TEST_F(FormulaTest, takes_days_in_the_zone_of_the_asker) {
    context_.zone = *TimeZone::find("Europe/Berlin");
    EXPECT_EQ(result("TODAY()"), "2026-11-22");
    EXPECT_EQ(result("DATEVALUE(NOW())"), "2026-11-22");
}

TEST_F(FormulaTest, rounds) {
    EXPECT_EQ(result("ROUND(2.345, 2)"), "2.35");
    EXPECT_EQ(result("ROUND(-2.5, 0)"), "-3");
    EXPECT_EQ(result("FLOOR(-2.5)"), "-3");
    EXPECT_EQ(result("FLOOR(2.99)"), "2");
    EXPECT_EQ(result("CEILING(2.01)"), "3");
    EXPECT_EQ(result("CEILING(-2.5)"), "-2");
    EXPECT_EQ(result("ABS(-1.5)"), "1.5");
    EXPECT_EQ(result("MOD(7.5, 2)"), "1.5");
    EXPECT_EQ(result("MOD(7, 0)"), "null");
    EXPECT_EQ(result("MIN(3, 1.5, 2) + MAX(4, account.employees)"), "5.5");
}

TEST_F(FormulaTest, lists_what_it_reads) {
    Formula formula = parse("IF(account.owner.name = \"x\", amount, amount * 2)");
    ASSERT_EQ(formula.paths().size(), 2u);
    EXPECT_EQ(formula.paths()[0].size(), 3u);
    EXPECT_EQ(formula.paths()[1].front()->name, "amount");
}

TEST_F(FormulaTest, knows_the_spellings_of_salesforce) {
    EXPECT_EQ(result("Account.Name"), "Acme");
    EXPECT_EQ(result("CloseDate"), "2026-01-31");
    EXPECT_EQ(result("StageName"), "null");
}

TEST_F(FormulaTest, holds_or_not) {
    auto none = [](const FieldPath&) { return Value(); };
    EXPECT_TRUE(parse("ISBLANK(amount)").holds(context_, none));
    EXPECT_FALSE(parse("amount > 1").holds(context_, none));
    EXPECT_THROW(parse("amount").holds(context_, none), Failure);
}

TEST_F(FormulaTest, says_what_is_wrong_and_where) {
    EXPECT_EQ(error("amonut + 1"), "Line 1, column 1: opportunity has no field \"amonut\". Did you mean \"amount\"?");
    EXPECT_EQ(error("1 +"), "Line 1, column 4: expected a value, a field or a function, but the formula ends here.");
    EXPECT_EQ(error("(1 + 2"), "Line 1, column 7: expected \")\", but the formula ends here.");
    EXPECT_EQ(error("1 + \"a\""), "Line 1, column 3: expected a number, but this is text.");
    EXPECT_EQ(error("IF(amount, 1, 2)"), "Line 1, column 1: expected a condition, but this is a number.");
    EXPECT_EQ(error("UPER(name)"), "Line 1, column 1: there is no function UPER(). Did you mean UPPER()?");
    EXPECT_EQ(error("LEN()"), "Line 1, column 1: LEN() takes 1 value, not 0.");
    EXPECT_EQ(error("1 1"), "Line 1, column 3: expected an operator or the end, but found \"1\".");
    EXPECT_EQ(error("\"abc"), "Line 1, column 1: this text has no end: close it with \".");
    EXPECT_THAT(error("TRUE < FALSE"), HasSubstr("cannot order"));
    EXPECT_THAT(error("acount.name"), HasSubstr("opportunity has no relation \"acount\". Did you mean \"account\"?"));
    EXPECT_THAT(error("amount.name"), HasSubstr("\"amount\" of opportunity refers to no other record"));
}

TEST_F(FormulaTest, refuses_deep_nesting) {
    EXPECT_THAT(error(std::string(5'000, '(')), HasSubstr("nested too deeply"));
    EXPECT_THAT(error(std::string(5'000, '-')), HasSubstr("nested too deeply"));
    std::string chain = "1";
    for (int i = 0; i < 4'000; ++i) chain += "+1";
    EXPECT_THAT(error(chain), HasSubstr("too long"));
}

TEST_F(FormulaTest, refuses_texts_without_end) {
    std::string hundred(100, 'x');
    std::string endless = "name";
    for (int i = 0; i < 4; ++i) endless = "SUBSTITUTE(" + endless + ", \"x\", \"" + hundred + "\")";
    EXPECT_THAT(error(endless), HasSubstr("more than 10,000,000 characters"));
    EXPECT_THAT(error("LEFT(" + endless + ", 3)"), HasSubstr("more than 10,000,000 characters"));
    std::string constant = "\"" + hundred + "\"";
    for (int i = 0; i < 5; ++i) constant = "SUBSTITUTE(" + constant + ", \"x\", \"" + hundred + "\")";
    EXPECT_THAT(error(constant), HasSubstr("more than 10,000,000 characters"));
    EXPECT_EQ(result("SUBSTITUTE(name, \" \", \"  \")"), "Big  Deal");
}

TEST_F(FormulaTest, gives_nothing_beyond_the_range_of_numbers_and_dates) {
    for (auto beyond : {"9000000000000000000 + 9000000000000000000", "-9000000000000000000 - 9000000000000000000", "9000000000 * 9000000000", "9000000000000000000 / 0.001",
                        "amount / 0", "MOD(amount, 0)", "close_date + 3000000", "close_date - 1000000", "NOW() + 3000000", "close_date + 9000000000000000000"})
        EXPECT_EQ(result(beyond), "null") << beyond;
    EXPECT_EQ(result("BLANKVALUE(9000000000 * 9000000000, 1)"), "1");
    EXPECT_EQ(result("9000000000 * 9000000000 > 1"), "false");
}

}  // namespace
}  // namespace rapport::query
