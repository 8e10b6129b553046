#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.h"
#include "query/binder.h"
#include "query/soql_reader.h"

namespace rapport::query {
namespace {

constexpr std::size_t max_path_length = 6;  // five relations and a field

/// The column of a compound field: "city" of billing_address.
const metadata::Field* find_component(const metadata::Object& object, const metadata::Field& compound, std::string_view name) {
    std::string wanted = metadata::normalized_spelling(name);
    for (const metadata::Field& field : object.fields)
        if (field.component_of == compound.name && metadata::normalized_spelling(field.component) == wanted) return &field;
    return nullptr;
}

/// True when values of both can stand in one column.
bool are_alike(const metadata::Field& a, const metadata::Field& b) {
    bool are_texts = a.type->column() == storage::ColumnType::FoldedText && b.type->column() == storage::ColumnType::FoldedText;
    return are_texts || (a.type == b.type && a.scale == b.scale);
}

}  // namespace

std::string joined(std::span<const std::string> names) { return fmt::format("{}", fmt::join(names, ".")); }

std::string suggestion(std::string_view meant) { return meant.empty() ? "" : fmt::format(" Did you mean \"{}\"?", meant); }

Failure bind_failure(Position position, std::string_view code, const std::string& message, std::string_view field) {
    std::string text = (position.line > 0 ? place(position) : "") + message;
    if (field.empty()) return Failure(FailureKind::Invalid, std::string(code), text);
    return Failure(FailureKind::Invalid, std::string(code), text, {{std::string(field), std::string(code), text}});
}

const metadata::Object& Binder::find_object(const Select& select) const {
    if (const metadata::Object* object = catalogue_.find(select.object)) return *object;
    std::vector<std::string_view> names;
    for (const metadata::Object& object : catalogue_.objects())
        if (may_know(object)) names.push_back(object.name);
    std::string place_text = select.position.line > 0 ? place(select.position) : "";
    throw Failure(FailureKind::NotFound, "unknown_object",
                  fmt::format("{}there is no object \"{}\".{}", place_text, select.object, suggestion(text::nearest(select.object, names))));
}

int Binder::add_source(const metadata::Object& object) {
    sources_.push_back({&object, {}});
    return static_cast<int>(sources_.size()) - 1;
}

void Binder::touch(int source, const metadata::Field& field) {
    auto& fields = sources_[static_cast<std::size_t>(source)].fields;
    if (std::find(fields.begin(), fields.end(), &field) == fields.end()) fields.push_back(&field);
}

const metadata::Field* Binder::visible_field(const metadata::Object& object, std::string_view name) const {
    const metadata::Field* field = object.find_field(name);
    return field && (field->name == "id" || visible_(object, *field)) ? field : nullptr;
}

const metadata::Field* Binder::visible_relation(const metadata::Object& object, std::string_view name) const {
    const metadata::Field* field = object.find_relation(name);
    return field && visible_(object, *field) ? field : nullptr;
}

Failure Binder::unknown_field(const Path& path, std::string_view name, const metadata::Object& object) const {
    std::vector<std::string_view> names;
    for (const metadata::Field& field : object.fields) {
        if (!visible_(object, field)) continue;
        names.push_back(field.name);
        if (field.is_reference()) names.push_back(field.relation);
    }
    std::string message = fmt::format("{} has no field \"{}\".{}", object.name, name, suggestion(text::nearest(name, names)));
    return bind_failure(path.position, "unknown_field", message, joined(path.names));
}

Failure Binder::unknown_relation(const Path& path, std::string_view name, const metadata::Object& object) const {
    std::vector<std::string_view> names;
    for (const metadata::Field& field : object.fields)
        if (field.is_reference() && visible_(object, field)) names.push_back(field.relation);
    if (visible_field(object, name))
        return bind_failure(path.position, "unknown_field",
                            fmt::format("\"{}\" of {} refers to no other record, so \"{}\" leads nowhere.", name, object.name, joined(path.names)),
                            joined(path.names));
    std::string message = fmt::format("{} has no relation \"{}\".{}", object.name, name, suggestion(text::nearest(name, names)));
    return bind_failure(path.position, "unknown_field", message, joined(path.names));
}

int Binder::join(Scope& scope, int from, const metadata::Field& reference, const metadata::Object& target, const Position& position) {
    for (const Join& known : scope.question.joins) {
        const metadata::Object* object = sources_[static_cast<std::size_t>(known.source)].object;
        if (known.from == from && known.reference == &reference && object == &target) return known.source;
    }
    constexpr std::size_t max_joins = 40;
    if (scope.question.joins.size() >= max_joins)
        throw bind_failure(position, "query_too_large", fmt::format("A query may reach at most {} related records; leave some out.", max_joins));
    touch(from, reference);
    scope.question.joins.push_back({add_source(target), from, &reference});
    return scope.question.joins.back().source;
}

Binder::Resolved Binder::resolve(Scope& scope, const Path& path) {
    std::span<const std::string> names = path.names;
    bool begins_with_object = names.size() > 1 && !scope.object.find_relation(names[0]) &&
                              (metadata::normalized_spelling(names[0]) == metadata::normalized_spelling(scope.alias) ||
                               catalogue_.find(names[0]) == &scope.object);
    return resolve_names(scope, path, begins_with_object ? names.subspan(1) : names, {{}, scope.question.source, &scope.object, nullptr});
}

Binder::Resolved Binder::resolve_names(Scope& scope, const Path& path, std::span<const std::string> names, const Resolved& start) {
    if (names.empty() || names.size() > max_path_length)
        throw bind_failure(path.position, "path_too_long",
                           fmt::format("\"{}\" passes through more than {} relations.", joined(path.names), max_path_length - 1));
    Resolved at = start;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const metadata::Field* reference = visible_relation(*at.object, names[i]);
        const metadata::Field* compound = reference ? nullptr : visible_field(*at.object, names[i]);
        if (compound && compound->type->shape() == metadata::Shape::Compound && i + 2 == names.size()) {
            at.field = find_component(*at.object, *compound, names[i + 1]);
            if (!at.field || !visible_(*at.object, *at.field)) throw unknown_field(path, joined(names.subspan(i)), *at.object);
            at.keys.push_back({compound->name, -1});
            at.keys.push_back({at.field->component, -1});
            touch(at.source, *at.field);
            return at;
        }
        if (!reference) throw unknown_relation(path, names[i], *at.object);
        if (reference->targets.size() != 1) {
            if (i + 2 == names.size()) return resolve_any_target(path, std::move(at), *reference, names.back());
            throw bind_failure(path.position, "unknown_field",
                               fmt::format("\"{0}\" may refer to records of several objects: ask for a field of theirs, such as {0}.name.", names[i]),
                               joined(path.names));
        }
        at.source = join(scope, at.source, *reference, catalogue_.object(reference->targets.front()), path.position);
        at.object = sources_[static_cast<std::size_t>(at.source)].object;
        at.keys.push_back({reference->relation, at.source});
    }
    std::string_view last = names.back();
    at.field = visible_field(*at.object, last);
    if (!at.field) at.field = visible_relation(*at.object, last);
    const std::vector<std::string>* alias = at.field ? nullptr : at.object->find_path_alias(last);
    if (alias) {
        std::vector<std::string> spelled(names.begin(), names.end() - 1);
        spelled.insert(spelled.end(), alias->begin(), alias->end());
        return resolve_names(scope, path, spelled, start);
    }
    if (!at.field) throw unknown_field(path, last, *at.object);
    at.keys.push_back({at.field->name, -1});
    touch(at.source, *at.field);
    return at;
}

/// What a record is called has one name for all objects, whatever the field is.
std::shared_ptr<const AnyTarget> Binder::find_any_target(int source, const metadata::Field& reference, const std::string& name) {
    auto& known = any_targets_[{source, &reference, name}];
    if (!known) known = make_any_target(reference, name, {});
    return known;
}

std::shared_ptr<const AnyTarget> Binder::make_any_target(const metadata::Field& reference, const std::string& name,
                                                         std::span<const metadata::Object* const> without) {
    auto any = std::make_shared<AnyTarget>(AnyTarget{&reference, {}});
    bool is_name = metadata::normalized_spelling(name) == "name";
    for (const metadata::Object& object : catalogue_.objects()) {
        bool wanted = reference.may_refer_to(object) && std::find(without.begin(), without.end(), &object) == without.end();
        const metadata::Field* field = wanted ? visible_field(object, is_name ? object.name_field : name) : nullptr;
        if (!field || !field->has_column() || (!any->targets.empty() && !are_alike(*field, *any->targets.front().field))) continue;
        any->targets.push_back({add_source(object), field});
        touch(any->targets.back().source, *field);
    }
    return any;
}

Binder::Resolved Binder::resolve_any_target(const Path& path, Resolved at, const metadata::Field& reference, const std::string& name) {
    auto any = find_any_target(at.source, reference, name);
    if (any->targets.empty())
        throw bind_failure(path.position, "unknown_field", fmt::format("none of the records that \"{}\" may refer to has a field \"{}\".", reference.relation, name),
                           joined(path.names));
    touch(at.source, reference);
    at.keys.push_back({reference.relation, -1, Expression{Function::None, at.source, &reference}});
    bool is_name = metadata::normalized_spelling(name) == "name";
    at.keys.push_back({is_name ? "name" : any->targets.front().field->name, -1});
    at.field = any->targets.front().field;
    at.object = sources_[static_cast<std::size_t>(any->targets.front().source)].object;
    at.any_target = std::move(any);
    return at;
}

const Expression* Binder::find_alias(const Scope& scope, const Term& term) const {
    if (!term.function.empty() || term.path.names.size() != 1) return nullptr;
    for (std::size_t i = 0; i < scope.select.fields.size(); ++i) {
        const std::string& alias = scope.select.fields[i].alias;
        if (alias.empty() || !same_keyword(alias, term.path.names.front())) continue;
        for (const Output& output : scope.question.outputs)
            if (output.name == alias) return &output.expression;
    }
    return nullptr;
}

Expression Binder::bind_term(Scope& scope, const Term& term) {
    if (!term.function.empty()) return bind_function(scope, term);
    Resolved resolved = resolve(scope, term.path);
    if (resolved.field->type->shape() == metadata::Shape::Compound)
        throw bind_failure(term.position, "wrong_type",
                           fmt::format("\"{0}\" is made of parts: name one of them, such as {0}.{1}.", joined(term.path.names), resolved.field->type->components().front().name),
                           joined(term.path.names));
    return field_expression(scope, resolved, term.position);
}

Expression Binder::field_expression(Scope& scope, const Resolved& resolved, const Position& position) {
    Expression out{Function::None, resolved.source, resolved.field, resolved.source != scope.question.source};
    if (resolved.any_target) {
        out.any_target = resolved.any_target;
        out.may_be_absent = true;
    }
    if (resolved.field->formula.empty()) return out;
    FormulaColumns columns{Formula::of(*resolved.field, catalogue_, *resolved.object), {}};
    for (const FieldPath& path : columns.formula.paths()) {
        int source = resolved.source;
        for (std::size_t i = 0; i + 1 < path.size(); ++i)
            source = join(scope, source, *path[i], catalogue_.object(path[i]->targets.front()), position);
        touch(source, *path.back());
        columns.sources.push_back(source);
    }
    out.formula = std::make_shared<const FormulaColumns>(std::move(columns));
    return out;
}

}  // namespace rapport::query
