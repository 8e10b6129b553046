#include <fmt/format.h>

#include "base/text.h"
#include "query/binder.h"

namespace rapport::query {
namespace {

Failure unknown_function(const Term& term) {
    if (term.function == "format")
        return bind_failure(term.position, "not_supported",
                            "FORMAT() writes for the eyes, and answers hold values as programs read them: ask for the field itself.");
    if (term.function == "converttimezone")
        return bind_failure(term.position, "not_supported",
                            "convertTimezone() stands in functions of dates, such as HOUR_IN_DAY(convertTimezone(created_at)).");
    return bind_failure(term.position, "unknown_function",
                        fmt::format("there is no function \"{}\".{}", term.function, suggestion(text::nearest(term.function, function_names()))));
}

}  // namespace

/// The field that keeps an amount in the organization's currency, if the expression is one.
const metadata::Field* Binder::base_of(const Expression& amount) {
    for (const metadata::Field& field : sources_[static_cast<std::size_t>(amount.source)].object->fields)
        if (field.base_of == amount.field->name) return &field;
    return nullptr;
}

Expression Binder::bind_function(Scope& scope, const Term& term) {
    auto function = find_function(term.function);
    if (!function) throw unknown_function(term);
    if (term.path.names.empty()) {
        if (*function != Function::Count)
            throw bind_failure(term.position, "wrong_type", fmt::format("{}() needs a field between its parentheses.", term.function));
        return {Function::Count, scope.question.source, nullptr};
    }
    Term plain{"", term.path, "", term.path.position};
    Expression out = bind_term(scope, plain);
    using metadata::Shape;
    Shape shape = out.shape();
    auto refuse = [&](std::string_view what) {
        std::string path = joined(term.path.names);
        return bind_failure(term.position, "wrong_type", fmt::format("{}() takes {}; \"{}\" is none.", term.function, what, path), path);
    };
    if (is_of_date(*function) && shape != Shape::Date && shape != Shape::DateTime) throw refuse("a date");
    if (*function == Function::HourInDay && shape != Shape::DateTime) throw refuse("a moment");
    bool is_picklist = !out.field->options.empty() && shape != Shape::Set && !out.any_target;
    if (*function == Function::Label && !is_picklist) throw refuse("a picklist");
    bool adds = *function == Function::Sum || *function == Function::Average;
    if (adds && shape != Shape::Number) throw refuse("a number");
    if (shape == Shape::Opaque) throw refuse("a field that can be compared");
    bool converts = *function == Function::InBaseCurrency;
    out.function = converts ? Function::None : *function;
    // Amounts of different currencies cannot be added up; their value in the organization's currency can.
    bool computes = adds || converts || *function == Function::Minimum || *function == Function::Maximum;
    const metadata::Field* base = computes ? base_of(out) : nullptr;
    if (converts && !base) throw refuse("an amount of money");
    if (base) {
        out.field = base;
        touch(out.source, *base);
    }
    return out;
}

}  // namespace rapport::query
