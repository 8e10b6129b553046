#include "query/formula.h"

#include "query/formula_binder.h"
#include "query/formula_evaluator.h"
#include "query/formula_length.h"
#include "query/formula_nesting.h"

namespace rapport::query {
namespace {

using metadata::Shape;

FormulaType type_of(const metadata::Field& field) {
    switch (field.value_type().shape()) {
        case Shape::Boolean: return FormulaType::Boolean;
        case Shape::Number: return FormulaType::Number;
        case Shape::Date: return FormulaType::Date;
        case Shape::DateTime: return FormulaType::DateTime;
        default: return FormulaType::Text;
    }
}

void refuse_what_engines_cannot(const FormulaNode& root, const std::vector<FieldPath>& paths) {
    if (longest_text(root, paths) > max_formula_text)
        throw Failure(FailureKind::Invalid, "invalid_formula", "This formula can make a text of more than 10,000,000 characters. Cut what goes into it with LEFT().");
    if (nesting(root) > max_formula_nesting)
        throw Failure(FailureKind::Invalid, "invalid_formula",
                      "This formula is nested too deeply, with the formulas that it reads. Make it of fewer functions within functions; chains of + and IF in the last part "
                      "of IF may be long.");
}

}  // namespace

Formula Formula::parse(std::string_view text, const metadata::Catalogue& catalogue, const metadata::Object& object) {
    std::vector<FieldPath> paths;
    FormulaNode root = FormulaBinder(catalogue, paths).bind(parse_formula(text), object, {});
    refuse_what_engines_cannot(root, paths);
    return Formula(std::make_shared<const FormulaNode>(std::move(root)), std::move(paths));
}

Formula Formula::of(const metadata::Field& field, const metadata::Catalogue& catalogue, const metadata::Object& object) {
    std::vector<FieldPath> paths;
    FormulaSyntax syntax = parse_formula(field.formula);
    FormulaNode root = as(type_of(field), FormulaBinder(catalogue, paths).bind(syntax, object, {}), syntax);
    if (root.type == FormulaType::Number) root = rescaled(std::move(root), field.scale);
    refuse_what_engines_cannot(root, paths);
    return Formula(std::make_shared<const FormulaNode>(std::move(root)), std::move(paths));
}

Shape Formula::shape() const {
    switch (root_->type) {
        case FormulaType::Boolean: return Shape::Boolean;
        case FormulaType::Number: return Shape::Number;
        case FormulaType::Date: return Shape::Date;
        case FormulaType::DateTime: return Shape::DateTime;
        case FormulaType::Time: return Shape::Time;
        case FormulaType::Id: return Shape::Reference;
        default: return Shape::Text;
    }
}

int Formula::scale() const { return root_->scale; }

Value Formula::evaluate(const Context& context, const FieldValues& values) const {
    Value value = FormulaEvaluator(context, paths_, values).evaluate(*root_);
    return value == Value("") ? Value() : value;
}

bool Formula::holds(const Context& context, const FieldValues& values) const {
    if (root_->type != FormulaType::Boolean)
        throw Failure(FailureKind::Invalid, "invalid_formula", "This formula is not a condition: it must be true or false, such as amount > 0.");
    return FormulaEvaluator(context, paths_, values).evaluate(*root_).integer() != 0;
}

std::vector<Problem> formula_problems(const metadata::Catalogue& catalogue) {
    std::vector<Problem> problems;
    auto check = [&](const metadata::Object& object, const std::string& name, const auto& parse) {
        try {
            parse();
        } catch (const Failure& failure) {
            problems.push_back({object.name + "." + name, failure.code(), failure.what()});
        }
    };
    for (const metadata::Object& object : catalogue.objects()) {
        for (const metadata::Field& field : object.fields)
            if (!field.formula.empty()) check(object, field.name, [&] { Formula::of(field, catalogue, object); });
        for (const metadata::ValidationRule& rule : object.validation_rules) {
            check(object, rule.name, [&] {
                if (Formula::parse(rule.formula, catalogue, object).shape() != Shape::Boolean)
                    throw Failure(FailureKind::Invalid, "invalid_formula", "A validation rule must be true or false, such as amount < 0.");
            });
        }
    }
    return problems;
}

}  // namespace rapport::query
