#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "metadata/catalogue.h"
#include "query/query.h"

namespace rapport::query {

/// The way to a value from a record: references, and the field that they lead to.
using FieldPath = std::vector<const metadata::Field*>;
/// The stored value at the end of a path; null where a reference on the way is empty.
using FieldValues = std::function<Value(const FieldPath&)>;

struct FormulaNode;

/// An expression over the fields of one record and of the records it refers to: the value of a formula field, or the
/// condition of a validation rule. Computes with exact decimals, and gives the same in memory as in either engine.
/// The language is described in docs/formulas.md.
class Formula {
public:
    /// Throws Failure(Invalid, "invalid_formula") naming line, column and what was expected, or the nearest name.
    static Formula parse(std::string_view text, const metadata::Catalogue& catalogue, const metadata::Object& object);
    /// A formula field's own, checked against the type of its result.
    static Formula of(const metadata::Field& field, const metadata::Catalogue& catalogue, const metadata::Object& object);

    /// What it reads, other formulas resolved; each path once.
    const std::vector<FieldPath>& paths() const { return paths_; }
    metadata::Shape shape() const;
    /// Digits after the point of a Number.
    int scale() const;

    /// Null also when a number on the way is beyond the range of numbers, or divided by zero.
    Value evaluate(const Context& context, const FieldValues& values) const;
    /// For a formula that is true or false, as a validation rule must be. Throws Failure(Invalid, "invalid_formula") for another.
    bool holds(const Context& context, const FieldValues& values) const;

    const FormulaNode& root() const { return *root_; }

private:
    Formula(std::shared_ptr<const FormulaNode> root, std::vector<FieldPath> paths) : root_(std::move(root)), paths_(std::move(paths)) {}

    std::shared_ptr<const FormulaNode> root_;
    std::vector<FieldPath> paths_;
};

/// Everything that is wrong with the formulas and validation rules of a catalogue; each Problem's field is "object.name".
std::vector<Problem> formula_problems(const metadata::Catalogue& catalogue);

}  // namespace rapport::query
