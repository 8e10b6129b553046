#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"

namespace rapport::query {

/// A question as it was asked, by SOQL or by a JSON filter: names are not looked up yet.
/// `position` is the place in the SOQL text (line and column, from 1; 0 when there is no text).
struct Position {
    int line = 0;
    int column = 0;
};

struct Path {
    std::vector<std::string> names;  // {"account", "owner", "name"}
    Position position;
};

/// A value in a condition.
struct Literal {
    enum class Kind { Null, Boolean, Number, String, Date, DateTime, DateWord };
    Kind kind = Kind::Null;
    std::string text;  // digits, characters, "2026-11-21", "LAST_N_DAYS:30"
    Position position;
};

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Like, In, NotIn, Includes, Excludes };

/// count(), sum(amount), calendar_year(close_date), … or a plain path.
struct Term {
    std::string function;  // lower case; empty for a plain path
    Path path;             // empty for count()
    std::string alias;
    Position position;
};

struct Select;

struct Condition {
    enum class Kind { Compare, InSelect, Related, And, Or, Not };
    Kind kind = Kind::And;
    Term term;                                // Compare, InSelect
    Comparison comparison = Comparison::Equal;
    std::vector<Literal> values;              // Compare; of Related the number that their count is compared with
    std::shared_ptr<const Select> select;     // InSelect: semi-join (In) or anti-join (NotIn); Related: of children, by relation
    std::vector<Condition> parts;             // And, Or, Not
    Position position;
};

struct Order {
    Term term;
    bool descending = false;
    std::optional<bool> nulls_last;
};

/// TYPEOF related_to WHEN account THEN name, phone ELSE name END: fields by the object whose record a reference names.
struct TypeOf {
    struct Case {
        std::string object;
        Position position;
        std::vector<Path> fields;
    };
    Path reference;
    std::vector<Case> cases;
    std::vector<Path> otherwise;  // for records of all other objects
};

struct Select {
    std::string object;       // or, in a child subquery, the relation's name
    std::string alias;        // FROM account a: paths may begin with it
    Position position;
    std::vector<Term> fields;
    std::vector<TypeOf> type_ofs;
    std::vector<Select> children;            // (SELECT … FROM contacts)
    std::optional<Condition> where;
    std::vector<Term> group_by;
    enum class Subtotals { None, RollUp, Cube };
    Subtotals subtotals = Subtotals::None;    // GROUP BY ROLLUP(…) or CUBE(…)
    std::optional<Condition> having;
    std::vector<Order> order_by;
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> offset;
    std::string cursor;       // where the page before ended; empty for the first page
    enum class AllFields { None, All, Standard, Custom };
    AllFields all_fields = AllFields::None;  // FIELDS(ALL), or a list that named no fields
};

/// Throws Failure(Invalid, "soql_syntax") naming line, column and what was expected.
Select parse_soql(std::string_view text);

/// "account.owner.name"
Path parse_path(std::string_view text);

/// {"and": […]}, {"or": […]}, {"not": …}, {"field": "account.name", "op": "contains", "value": "x"},
/// {"related": "tasks", "filter": …, "count": {"op": ">", "value": 2}}.
/// Throws Failure(Invalid, "invalid_filter") naming the part.
Condition parse_filter(const Json& filter);

/// "-amount,account.name": empty ones come first going up and last going down; those of another record always last.
/// Throws Failure(Invalid, "invalid_sort").
std::vector<Order> parse_sort(std::string_view text);

}  // namespace rapport::query
