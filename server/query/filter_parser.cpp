#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/failure.h"
#include "base/text.h"
#include "query/pattern.h"
#include "query/select.h"
#include "query/soql_parser.h"

namespace rapport::query {
namespace {

constexpr int max_filter_depth = max_soql_depth;

[[noreturn]] void refuse(const std::string& message) { throw Failure(FailureKind::Invalid, "invalid_filter", message); }

enum class Operand { Value, Values, Contained, Beginning, None };

struct Operator {
    std::string_view name;
    Comparison comparison;
    Operand operand;
};
constexpr std::array operators{
    Operator{"=", Comparison::Equal, Operand::Value},
    Operator{"!=", Comparison::NotEqual, Operand::Value},
    Operator{"<", Comparison::Less, Operand::Value},
    Operator{"<=", Comparison::LessOrEqual, Operand::Value},
    Operator{">", Comparison::Greater, Operand::Value},
    Operator{">=", Comparison::GreaterOrEqual, Operand::Value},
    Operator{"in", Comparison::In, Operand::Values},
    Operator{"not_in", Comparison::NotIn, Operand::Values},
    Operator{"like", Comparison::Like, Operand::Value},
    Operator{"contains", Comparison::Like, Operand::Contained},
    Operator{"starts_with", Comparison::Like, Operand::Beginning},
    Operator{"is_empty", Comparison::Equal, Operand::None},
    Operator{"is_not_empty", Comparison::NotEqual, Operand::None},
    Operator{"includes", Comparison::Includes, Operand::Values},
    Operator{"excludes", Comparison::Excludes, Operand::Values},
};

const Operator& operator_of(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Operator& candidate : operators) {
        if (candidate.name == name) return candidate;
        names.push_back(candidate.name);
    }
    std::string_view meant = text::nearest(name, names);
    refuse(fmt::format("\"{}\" is not an operator of filters.{}", name,
                       meant.empty() ? fmt::format(" Use one of {}.", fmt::join(names, ", ")) : fmt::format(" Did you mean \"{}\"?", meant)));
}

Literal literal_of(const Json& value, std::string_view field) {
    Literal literal;
    if (value.is_null()) return literal;
    if (value.is_bool()) {
        literal.kind = Literal::Kind::Boolean;
        literal.text = value.boolean() ? "true" : "false";
    } else if (value.is_number()) {
        literal.kind = Literal::Kind::Number;
        literal.text = value.digits();
    } else if (value.is_string()) {
        literal.kind = Literal::Kind::String;
        literal.text = value.string();
    } else {
        refuse(fmt::format("The value for \"{}\" is a list or an object: use \"in\" for one of several values.", field));
    }
    return literal;
}

Path path_of(const std::string& field) {
    Path path = parse_path(field);
    bool has_gap = std::any_of(path.names.begin(), path.names.end(), [](const std::string& name) { return name.empty(); });
    if (has_gap) refuse(text::quoted(field) + " is not the name of a field: write it as amount or account.name.");
    return path;
}

std::vector<Literal> values_of(const Operator& op, const Json& filter, const std::string& field) {
    const Json& value = filter["value"];
    if (op.operand == Operand::None) return {Literal{}};
    if (!filter.has("value")) refuse(fmt::format("The condition on \"{}\" has no value: add \"value\", or use \"is_empty\".", field));
    if (op.operand == Operand::Values) {
        if (!value.is_array()) return {literal_of(value, field)};
        std::vector<Literal> values;
        for (const Json& item : value.array()) values.push_back(literal_of(item, field));
        return values;
    }
    Literal literal = literal_of(value, field);
    if (op.operand == Operand::Value) return {literal};
    if (literal.kind != Literal::Kind::String)
        refuse(fmt::format("\"{}\" looks for text: give the value for \"{}\" as a string.", op.name, field));
    std::string pattern = escaped_pattern(literal.text) + "%";
    literal.text = op.operand == Operand::Contained ? "%" + pattern : pattern;
    return {literal};
}

Condition read(const Json& filter, int depth);

Path path_of_id() { return {{"id"}, {}}; }

/// {"related": "tasks", "filter": …, "count": {"op": ">", "value": 2}}; without a count, at least one.
Condition read_related(const Json& filter, int depth) {
    if (!filter["related"].is_string()) refuse("\"related\" names a relation, such as \"tasks\".");
    Select select;
    select.object = filter["related"].string();
    select.fields.push_back({"", path_of_id(), "", {}});
    if (!filter["filter"].is_null()) select.where = read(filter["filter"], depth + 1);
    Condition out;
    out.kind = Condition::Kind::Related;
    out.comparison = Comparison::Greater;
    out.values = {{Literal::Kind::Number, "0", {}}};
    if (const Json& count = filter["count"]; !count.is_null()) {
        const Operator& op = operator_of(count.string_or("op", ""));
        bool compares = op.operand == Operand::Value && op.comparison != Comparison::Like;
        if (!compares || !count["value"].is_number()) refuse(fmt::format("How many {}: write it as {{\"op\": \">\", \"value\": 2}}.", select.object));
        out.comparison = op.comparison;
        out.values = {literal_of(count["value"], "count")};
    }
    out.select = std::make_shared<const Select>(std::move(select));
    return out;
}

Condition joined(Condition::Kind kind, const Json& parts, int depth) {
    if (!parts.is_array()) refuse("\"and\" and \"or\" take a list of conditions.");
    Condition out;
    out.kind = kind;
    for (const Json& part : parts.array()) out.parts.push_back(read(part, depth + 1));
    return out;
}

void refuse_other_members(const Json& filter, std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : filter.members()) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        refuse(fmt::format("A filter has no \"{}\" beside \"{}\".", name, *known.begin()));
    }
}

Condition read(const Json& filter, int depth) {
    if (depth > max_filter_depth) refuse("The filter is nested too deeply.");
    if (!filter.is_object()) refuse("A filter is an object such as {\"field\": \"name\", \"op\": \"=\", \"value\": \"Acme\"}.");
    for (auto [name, kind] : {std::pair("and", Condition::Kind::And), std::pair("or", Condition::Kind::Or)}) {
        if (!filter.has(name)) continue;
        refuse_other_members(filter, {name});
        return joined(kind, filter[name], depth);
    }
    Condition out;
    if (filter.has("not")) {
        refuse_other_members(filter, {"not"});
        out.kind = Condition::Kind::Not;
        out.parts.push_back(read(filter["not"], depth + 1));
        return out;
    }
    if (filter.has("related")) {
        refuse_other_members(filter, {"related", "filter", "count"});
        return read_related(filter, depth);
    }
    if (!filter["field"].is_string()) refuse("A condition names its field: {\"field\": \"name\", \"op\": \"=\", \"value\": \"Acme\"}.");
    refuse_other_members(filter, {"field", "op", "value"});
    const std::string& field = filter["field"].string();
    if (!filter["op"].is_string()) refuse(fmt::format("The condition on \"{}\" has no operator: add \"op\", such as \"=\".", field));
    const Operator& op = operator_of(filter["op"].string());
    out.kind = Condition::Kind::Compare;
    out.term.path = path_of(field);
    out.comparison = op.comparison;
    out.values = values_of(op, filter, field);
    return out;
}

}  // namespace

Condition parse_filter(const Json& filter) { return read(filter, 0); }

}  // namespace rapport::query
