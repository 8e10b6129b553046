#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "query/pattern.h"
#include "query/sql_writer.h"

namespace rapport::query {
namespace {

/// Lists are bound value by value, the last one again until they are so many, so that there are few texts of a statement: an
/// engine looks each up in an index, or holds rows against them on its way. Longer ones are bound as one JSON array, of which
/// PostgreSQL knows nothing when it plans.
constexpr std::array<std::size_t, 4> list_lengths{16, 64, 256, 1024};
constexpr std::size_t max_listed_values = 4;
/// Of a list that many rows are held against, such as those of whom one sees the records.
constexpr std::size_t most_compared = 32;

std::string json_array(const std::vector<Value>& values) {
    std::string out;
    JsonWriter writer(out);
    writer.begin_array();
    for (const Value& value : values) {
        if (value.is_integer()) writer.integer(value.integer());
        else writer.string(value.text());
    }
    writer.end_array();
    return out;
}

std::string_view sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::Less: return "<";
        case Comparison::LessOrEqual: return "<=";
        case Comparison::Greater: return ">";
        case Comparison::GreaterOrEqual: return ">=";
        default: return "=";
    }
}

}  // namespace

/// A list that stands in many places of a statement is bound once.
std::string SqlWriter::in_shared_list(const std::string& left, const std::shared_ptr<const std::string>& json) {
    const bool is_short = static_cast<std::size_t>(std::count(json->begin(), json->end(), ',')) < most_compared;
    std::string& known = shared_parameters_[json.get()];
    if (known.empty() && is_short) {
        const Json values = Json::parse(*json);
        for (const Json& value : values.array()) known += (known.empty() ? "" : ", ") + parameter(value.integer());
    }
    if (known.empty()) known = parameter(*json);
    return is_short && *json != "[]" ? fmt::format("{} IN ({})", left, known) : dialect_.in_integers(left, known);
}

std::string SqlWriter::compare(const std::string& left, Comparison comparison, const Value& value) {
    if (comparison == Comparison::Like) return dialect_.like(left, parameter(value));
    return fmt::format("{} {} {}", left, sign_of(comparison), parameter(value));
}

std::string SqlWriter::one_of(const std::string& left, const std::vector<Value>& values) {
    const bool is_integer = values.front().is_integer();
    if (values.size() > (is_integer ? list_lengths.back() : max_listed_values)) {
        std::string list = parameter(json_array(values));
        return is_integer ? dialect_.in_integers(left, list) : dialect_.in_texts(left, list);
    }
    std::string list;
    for (const Value& value : values) list += (list.empty() ? "" : ", ") + parameter(value);
    if (values.size() > max_listed_values)
        for (std::size_t i = values.size(); i < *std::lower_bound(list_lengths.begin(), list_lengths.end(), values.size()); ++i) list += ", " + parameter(values.back());
    return fmt::format("{} IN ({})", left, list);
}

std::string SqlWriter::joined(std::string_view between, const std::vector<BoundCondition>& parts) {
    std::string out = "(";
    for (const BoundCondition& part : parts) {
        if (out.size() > 1) out += between;
        out += condition(part);
    }
    return out + ")";
}

std::string SqlWriter::condition(const BoundCondition& condition) {
    switch (condition.kind) {
        case BoundCondition::Kind::Always: return "TRUE";
        case BoundCondition::Kind::Never: return "FALSE";
        case BoundCondition::Kind::IsNull: return expression(condition.left) + " IS NULL";
        case BoundCondition::Kind::Compare: return compare(expression(condition.left), condition.comparison, condition.values.front());
        case BoundCondition::Kind::Has: return dialect_.like(expression(condition.left), parameter("%;" + escaped_pattern(condition.values.front().text()) + ";%"));
        case BoundCondition::Kind::OneOf: return one_of(expression(condition.left), condition.values);
        case BoundCondition::Kind::And: return joined(" AND ", condition.parts);
        case BoundCondition::Kind::Or: return joined(" OR ", condition.parts);
        // What is null is not so, hence its negation is.
        case BoundCondition::Kind::Not: return fmt::format("({}) IS NOT TRUE", this->condition(condition.parts.front()));
        case BoundCondition::Kind::Counted: return counted(condition);
        case BoundCondition::Kind::InQuestion: break;
    }
    const Question& inner = *condition.question;
    std::string value = expression(inner.outputs.front().expression);
    std::string left = expression(condition.left);
    std::string tables = from(inner);
    return fmt::format("{} IN (SELECT {}{} WHERE {})", left, value, tables, where(inner, Restricted::Trash::Exclude, Walk::AnyIndex));
}

/// Whether there is one at all is known from the first that is found; only other numbers make the engine count.
std::string SqlWriter::counted(const BoundCondition& condition) {
    const Question& inner = *condition.question;
    std::string tables = from(inner);
    std::string rows = where(inner, Restricted::Trash::Exclude, Walk::AnyIndex);
    std::string link = fmt::format("{} = {}", column(alias(inner.source), condition.reference->name), expression(condition.left));
    const std::int64_t number = condition.values.front().integer();
    const Comparison comparison = condition.comparison;
    bool any = (comparison == Comparison::Greater && number == 0) || (comparison == Comparison::GreaterOrEqual && number == 1) ||
               (comparison == Comparison::NotEqual && number == 0);
    bool none = (comparison == Comparison::Equal && number == 0) || (comparison == Comparison::Less && number == 1) ||
                (comparison == Comparison::LessOrEqual && number == 0);
    if (any || none) return fmt::format("{}EXISTS (SELECT 1{} WHERE {} AND {})", none ? "NOT " : "", tables, link, rows);
    std::string_view sign = comparison == Comparison::NotEqual ? "<>" : sign_of(comparison);
    return fmt::format("(SELECT COUNT(*){} WHERE {} AND {}) {} {}", tables, link, rows, sign, parameter(number));
}

std::string SqlWriter::predicate(const Predicate& predicate, const std::string& alias, Walk walk) {
    auto left = [&] {
        std::string value = column(alias, predicate.field->name);
        return walk == Walk::RowByRow ? dialect_.without_index(value) : value;
    };
    auto parts = [&](std::string_view between) {
        std::string out = "(";
        for (const Predicate& part : predicate.parts) {
            if (out.size() > 1) out += between;
            out += this->predicate(part, alias, walk);
        }
        return out + ")";
    };
    switch (predicate.kind) {
        case Predicate::Kind::Always: return "TRUE";
        case Predicate::Kind::Never: return "FALSE";
        case Predicate::Kind::InIntegers: return in_shared_list(left(), predicate.json);
        case Predicate::Kind::And: return parts(" AND ");
        case Predicate::Kind::Or: return parts(" OR ");
        case Predicate::Kind::Gathered: {
            // What is in the trash stands in no index.
            if (walk == Walk::RowByRow || restricted_.trash() != Restricted::Trash::Exclude) return parts(" OR ");
            std::string found;
            for (const Predicate& part : predicate.parts) {
                std::string inner = "s" + std::to_string(inner_sources_++);
                found += fmt::format("{0}SELECT {1}.id FROM {2} {1} WHERE {1}.deleted_at IS NULL AND {3}", found.empty() ? "" : " UNION ALL ", inner, table(*predicate.object),
                                     this->predicate(part, inner, Walk::AnyIndex));
            }
            return fmt::format("{} IN ({})", column(alias, "id"), found);
        }
        case Predicate::Kind::Not: return fmt::format("({}) IS NOT TRUE", this->predicate(predicate.parts.front(), alias, walk));
        case Predicate::Kind::SemiJoin:
        case Predicate::Kind::NamedBy: {
            std::string inner = "s" + std::to_string(inner_sources_++);
            std::string named = column(inner, predicate.naming ? predicate.naming->name : "id");
            return fmt::format("{} IN (SELECT {} FROM {} {} WHERE {}.deleted_at IS NULL AND {})", left(), named, table(*predicate.object), inner, inner,
                               this->predicate(predicate.parts.front(), inner, Walk::AnyIndex));
        }
        case Predicate::Kind::RefersTo: {
            auto id = [&](std::int64_t sequence) { return RecordId::of(predicate.object->number, sequence).number(); };
            std::string of_object = fmt::format("{} BETWEEN {} AND {}", left(), id(0), id(RecordId::last_sequence));
            if (predicate.parts.front().kind == Predicate::Kind::Always) return of_object;
            std::string inner = "s" + std::to_string(inner_sources_++);
            return fmt::format("({} AND EXISTS (SELECT 1 FROM {} {} WHERE {}.id = {} AND {}.deleted_at IS NULL AND {}))", of_object, table(*predicate.object),
                               inner, inner, column(alias, predicate.field->name), inner, this->predicate(predicate.parts.front(), inner, Walk::RowByRow));
        }
        case Predicate::Kind::Compare: break;
    }
    const Value* first = predicate.values.empty() ? nullptr : &predicate.values.front();
    switch (predicate.comparison) {
        case Comparison::In: return first ? one_of(left(), predicate.values) : "FALSE";
        case Comparison::NotIn: return first ? fmt::format("({}) IS NOT TRUE", one_of(left(), predicate.values)) : "TRUE";
        case Comparison::Equal: return first->is_null() ? left() + " IS NULL" : compare(left(), Comparison::Equal, *first);
        case Comparison::NotEqual:
            if (first->is_null()) return left() + " IS NOT NULL";
            return fmt::format("({}) IS NOT TRUE", compare(left(), Comparison::Equal, *first));
        default: return compare(left(), predicate.comparison, *first);
    }
}

}  // namespace rapport::query
