#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "query/binder.h"
#include "query/date_words.h"

namespace rapport::query {
namespace {

using metadata::Shape;
using Kind = Literal::Kind;

/// What a literal is for an expression: values from `low` up to, without, `high`; for most of them one value, `low`.
struct Meaning {
    Value low;
    std::optional<Value> high;
    bool exact = true;  // false: the value lies between `low` and the next one that the field can hold
};

/// Everything that one literal is bound with.
struct Binding {
    const Expression& left;
    const Literal& literal;
    std::string_view name;
    const Context& context;

    Failure refuse(std::string_view code, const std::string& message) const {
        return bind_failure(literal.position, code, message, name);
    }
    Failure wrong_type(std::string_view what) const {
        return refuse("wrong_type", fmt::format("\"{}\" is {}, and cannot be compared with \"{}\".", name, what, literal.text));
    }
};

template <class T>
T value_or_refuse(Result<T> result, const Binding& binding) {
    if (!result) throw binding.refuse(result.error().code, result.error().message);
    return *std::move(result);
}

Meaning days(const Binding& binding, DayRange range) {
    if (binding.left.shape() == Shape::Date) {
        if (range.end == range.begin.plus_days(1)) return {range.begin.days(), {}, true};
        return {range.begin.days(), Value(range.end.days()), true};
    }
    const TimeZone& zone = binding.context.zone;
    return {zone.start_of(range.begin).microseconds(), Value(zone.start_of(range.end).microseconds()), true};
}

Meaning date_meaning(const Binding& binding) {
    const std::string& text = binding.literal.text;
    Kind kind = binding.literal.kind;
    if (kind == Kind::Number || kind == Kind::Boolean) throw binding.wrong_type("a date: write it as 2026-11-21");
    const Context& context = binding.context;
    if (is_date_word(text)) {
        auto range = days_of(text, context.zone.date_at(context.now.look()), context.fiscal_year_start_month);
        if (!range) throw binding.refuse("out_of_range", fmt::format("{} lies outside the years 1 to 9999.", text));
        return days(binding, *range);
    }
    bool has_time = text.size() > 10;
    if (!has_time) {
        Date date = value_or_refuse(Date::parse(text), binding);
        return days(binding, {date, date.plus_days(1)});
    }
    DateTime moment = value_or_refuse(DateTime::parse(text), binding);
    if (binding.left.shape() == Shape::DateTime) return {moment.microseconds(), {}, true};
    return {context.zone.date_at(moment).days(), {}, true};
}

Meaning number_meaning(const Binding& binding) {
    if (binding.literal.kind != Kind::Number) throw binding.wrong_type("a number");
    int scale = binding.left.scale();
    auto units = decimal::parse(binding.literal.text, scale);
    if (units) return {*units, {}, true};
    if (units.error().code != "too_precise") throw binding.refuse(units.error().code, units.error().message);
    // More digits than the field holds: the value lies between two that it can hold.
    std::int64_t rounded = value_or_refuse(decimal::parse(binding.literal.text, scale, decimal::Rounding::HalfAway), binding);
    std::int64_t fine = value_or_refuse(decimal::parse(binding.literal.text, decimal::max_scale, decimal::Rounding::HalfAway), binding);
    bool rounded_up = decimal::rescale(rounded, scale, decimal::max_scale) > fine;
    return {rounded_up ? rounded - 1 : rounded, {}, false};
}

Meaning real_meaning(const Binding& binding) {
    double value = 0;
    const std::string& text = binding.literal.text;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (binding.literal.kind != Kind::Number || error != std::errc{}) throw binding.wrong_type("a number");
    return {value, {}, true};
}

Meaning reference_meaning(const Binding& binding) {
    if (binding.literal.kind != Kind::String) throw binding.wrong_type("a record's id");
    const auto& targets = binding.left.field->targets;
    bool may_be_user = targets.empty() || std::find(targets.begin(), targets.end(), "user") != targets.end();
    if (binding.literal.text == "me" && (may_be_user || binding.left.field->name == "id")) return {binding.context.user.number(), {}, true};
    return {value_or_refuse(RecordId::parse(binding.literal.text), binding).number(), {}, true};
}

/// A backslash at the end stands before nothing. It is refused here: an engine would refuse it only where a text matches up
/// to there, and so tell of texts that the asker may not see.
std::string whole_pattern(const Binding& binding) {
    const std::string& pattern = binding.literal.text;
    std::size_t backslashes = pattern.size() - (pattern.find_last_not_of('\\') + 1);
    if (backslashes % 2 == 1) throw binding.refuse("invalid_pattern", "A pattern cannot end in a single backslash: write \\\\ for the character itself.");
    return pattern;
}

Meaning text_meaning(const Binding& binding, Comparison comparison) {
    if (binding.literal.kind == Kind::Number || binding.literal.kind == Kind::Boolean)
        throw binding.wrong_type("text: write the value in quotes");
    const metadata::Field* field = binding.left.value_field();
    if (comparison == Comparison::Like) return {whole_pattern(binding), {}, true};
    if (!field->options.empty()) {
        if (const auto* option = field->find_option(binding.literal.text)) return {option->value, {}, true};
        if (!field->restricted) return {binding.literal.text, {}, true};
        std::vector<std::string_view> values;
        for (const auto& option : field->options) values.push_back(option.value);
        std::string_view meant = text::nearest(binding.literal.text, values);
        throw binding.refuse("invalid_option", fmt::format("\"{}\" is not a value of \"{}\".{}", binding.literal.text, binding.name,
                                                           meant.empty() ? "" : fmt::format(" Did you mean \"{}\"?", meant)));
    }
    // Phone numbers and addresses of mail are kept in one form, however they were written.
    bool codes = binding.left.shape() == Shape::Code || binding.left.shape() == Shape::Set;
    auto stored = codes ? field->value_type().parse(binding.literal.text, *field) : Result<Value>(Value(binding.literal.text));
    return {stored && stored->is_text() ? *stored : Value(binding.literal.text), {}, true};
}

Meaning meaning_of(const Binding& binding, Comparison comparison) {
    switch (binding.left.shape()) {
        case Shape::Date:
        case Shape::DateTime: return date_meaning(binding);
        case Shape::Number: return number_meaning(binding);
        case Shape::Real: return real_meaning(binding);
        case Shape::Reference: return reference_meaning(binding);
        case Shape::Boolean:
            if (binding.literal.kind != Kind::Boolean) throw binding.wrong_type("true or false");
            return {binding.literal.text == "true" ? 1 : 0, {}, true};
        case Shape::Time:
            if (binding.literal.kind != Kind::String) throw binding.wrong_type("a time of day: write it as '09:30'");
            return {value_or_refuse(parse_time_of_day(binding.literal.text), binding), {}, true};
        case Shape::Text:
        case Shape::Code:
        case Shape::Set: return text_meaning(binding, comparison);
        case Shape::Opaque: throw binding.refuse("wrong_type", fmt::format("\"{}\" cannot be searched by its content.", binding.name));
        case Shape::Compound: break;
    }
    throw binding.wrong_type("made of parts");
}

BoundCondition within(const Expression& left, const Meaning& range) {
    return BoundCondition::all_of({BoundCondition::compare(left, Comparison::GreaterOrEqual, range.low),
                                   BoundCondition::compare(left, Comparison::Less, *range.high)});
}

BoundCondition compare_with_range(const Expression& left, Comparison comparison, const Meaning& range) {
    switch (comparison) {
        case Comparison::Less: return BoundCondition::compare(left, Comparison::Less, range.low);
        case Comparison::LessOrEqual: return BoundCondition::compare(left, Comparison::Less, *range.high);
        case Comparison::Greater: return BoundCondition::compare(left, Comparison::GreaterOrEqual, *range.high);
        case Comparison::GreaterOrEqual: return BoundCondition::compare(left, Comparison::GreaterOrEqual, range.low);
        case Comparison::NotEqual: return BoundCondition::negation(within(left, range));
        default: return within(left, range);
    }
}

/// `value` is the greatest that the field can hold below what was asked for.
BoundCondition compare_with_gap(const Expression& left, Comparison comparison, const Value& value) {
    switch (comparison) {
        case Comparison::Less:
        case Comparison::LessOrEqual: return BoundCondition::compare(left, Comparison::LessOrEqual, value);
        case Comparison::Greater:
        case Comparison::GreaterOrEqual: return BoundCondition::compare(left, Comparison::Greater, value);
        case Comparison::NotEqual: return BoundCondition::always();
        default: return BoundCondition::never();
    }
}

BoundCondition compare_with_null(const Binding& binding, Comparison comparison) {
    if (comparison == Comparison::Equal) return BoundCondition::is_null(binding.left);
    if (comparison == Comparison::NotEqual) return BoundCondition::negation(BoundCondition::is_null(binding.left));
    throw binding.refuse("wrong_type", fmt::format("\"{}\" can be compared with null by = and != only.", binding.name));
}

/// Letters, digits and spaces that every text begins with which is like the pattern.
std::string plain_prefix(std::string_view pattern) {
    auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' '; };
    return std::string(pattern.begin(), std::find_if_not(pattern.begin(), pattern.end(), is_plain));
}

/// What begins with given characters also lies in a range, for which an index can be used. Only for ASCII: in some scripts
/// a text is not sorted right behind its beginning.
BoundCondition like(const Expression& left, const Value& pattern) {
    BoundCondition plain = BoundCondition::compare(left, Comparison::Like, pattern);
    std::string prefix = plain_prefix(pattern.text());
    bool sorted_by_people = left.function == Function::None && left.field->has_column() && left.field->type->column() == storage::ColumnType::FoldedText;
    if (prefix.empty() || !sorted_by_people) return plain;
    constexpr std::string_view after_all = "\uffff";  // sorts behind every character
    return BoundCondition::all_of({BoundCondition::compare(left, Comparison::GreaterOrEqual, prefix),
                                   BoundCondition::compare(left, Comparison::Less, prefix + std::string(after_all)), std::move(plain)});
}

/// A checkbox is never null; that of a record which is not there is not checked.
BoundCondition is_checked(const Binding& binding, Comparison comparison, bool wanted) {
    if (comparison == Comparison::NotEqual) wanted = !wanted;
    else if (comparison != Comparison::Equal) throw binding.refuse("wrong_type", fmt::format("\"{}\" is true or false: compare it with = or !=.", binding.name));
    if (wanted || !binding.left.may_be_absent) return BoundCondition::compare(binding.left, Comparison::Equal, wanted ? 1 : 0);
    return BoundCondition::negation(BoundCondition::compare(binding.left, Comparison::Equal, 1));
}

}  // namespace

BoundCondition compare_with(const Expression& left, Comparison comparison, const Literal& literal, std::string_view name,
                            const Context& context) {
    Binding binding{left, literal, name, context};
    if (literal.kind == Kind::Null) return compare_with_null(binding, comparison);
    Shape shape = left.shape();
    bool is_text = shape == Shape::Text || shape == Shape::Code || shape == Shape::Set;
    if (comparison == Comparison::Like && !is_text) throw binding.refuse("wrong_type", fmt::format("\"{}\" is not text: compare it with = or <.", name));
    Meaning meaning = meaning_of(binding, comparison);
    if (shape == Shape::Boolean) return is_checked(binding, comparison, meaning.low.integer() != 0);
    if (comparison == Comparison::Like) return like(left, meaning.low);
    if (meaning.high) return compare_with_range(left, comparison, meaning);
    if (!meaning.exact) return compare_with_gap(left, comparison, meaning.low);
    if (comparison == Comparison::NotEqual) return BoundCondition::negation(BoundCondition::compare(left, Comparison::Equal, meaning.low));
    return BoundCondition::compare(left, comparison, meaning.low);
}

BoundCondition one_of(const Expression& left, const std::vector<Literal>& literals, std::string_view name, const Context& context) {
    std::vector<Value> values;
    std::vector<BoundCondition> any;
    for (const Literal& literal : literals) {
        BoundCondition one = compare_with(left, Comparison::Equal, literal, name, context);
        bool plain = one.kind == BoundCondition::Kind::Compare && !one.values.front().is_real();
        if (plain) values.push_back(std::move(one.values.front()));
        else any.push_back(std::move(one));
    }
    if (!values.empty()) any.push_back(BoundCondition::one_of(left, std::move(values)));
    return BoundCondition::any_of(std::move(any));
}

}  // namespace rapport::query
