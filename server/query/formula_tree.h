#pragma once

#include <vector>

#include "base/value.h"

namespace rapport::query {

/// What a part of a formula computes. Texts are never null: a blank one is "". Booleans are never null either: what
/// cannot be compared because it is blank is not so. Everything else is null when something that it needs is.
enum class FormulaType { Nothing, Boolean, Number, Text, Date, DateTime, Time, Id };

enum class FormulaOperation {
    Constant,
    Field,
    Negate,
    Add,        // numbers of one scale
    Subtract,
    Multiply,   // at the scale of both together, brought down to the node's own
    Divide,     // at the node's scale; null when divided by zero
    Remainder,
    Rescale,    // the part's number at the node's scale, rounded half away from zero
    Floor,      // the part's number as a whole one
    Ceiling,
    Absolute,
    Least,      // of those parts that have a value
    Greatest,
    Equal,      // blank equals blank
    Less,
    LessOrEqual,
    And,
    Or,
    Not,
    If,         // condition, then, else
    IsBlank,
    Concatenate,
    Length,
    Upper,
    Lower,
    Trim,
    Left,       // text, count
    Right,
    Middle,     // text, first (from 1), count
    Contains,   // text, part
    Begins,
    Substitute, // text, old, new
    TextOfNumber,
    TextOfDate,
    TextOfDateTime,
    NumberOfText,
    Today,
    Now,
    MakeDate,   // year, month, day; null when there is no such day
    Year,
    Month,
    Day,
    Weekday,    // 1 is Sunday
    DateOf,     // the day of a moment in the asker's zone
    AddDays,    // date, whole days
    AddTime,    // moment, days
    DaysBetween,  // days from the second date to the first
    TimeBetween,  // days, with fraction, from the second moment to the first
};

struct FormulaNode {
    FormulaOperation operation = FormulaOperation::Constant;
    FormulaType type = FormulaType::Nothing;
    int scale = 0;  // Number: digits after the point
    Value value;    // Constant
    int path = -1;  // Field: which of Formula::paths()
    std::vector<FormulaNode> parts;

    bool is_constant() const { return operation == FormulaOperation::Constant; }
};

}  // namespace rapport::query
