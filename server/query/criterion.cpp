#include "query/criterion.h"

#include <fmt/format.h>

#include "query/binder.h"

namespace rapport::query {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& field = {}) {
    throw Failure(FailureKind::Invalid, "not_supported", message, {{field, "not_supported", message}});
}

/// Stands for whoever asks while a filter is bound; nobody has this id.
const RecordId asker = RecordId::of(1, RecordId::last_sequence);

const std::vector<Value>& fixed(const std::vector<Value>& values) {
    for (const Value& value : values)
        if (value.is_integer() && value.integer() == asker.number()) refuse("\"me\" is somebody else for everybody: name the user by id.");
    return values;
}

const metadata::Field& stored_field(const Expression& left, const metadata::Object& object) {
    if (left.source != 0 || !left.field || left.any_target) refuse(fmt::format("Only the own fields of {} are compared here, no paths to other records.", object.plural_label));
    if (left.function != Function::None || !left.field->has_column())
        refuse(fmt::format("\"{}\" is computed: only fields that are stored are compared here.", left.field->name), left.field->name);
    return *left.field;
}

std::vector<Predicate> parts_of(const BoundCondition& condition, const metadata::Object& object);

Predicate predicate_of(const BoundCondition& condition, const metadata::Object& object) {
    switch (condition.kind) {
        case BoundCondition::Kind::Always: return Predicate::always();
        case BoundCondition::Kind::Never: return Predicate::never();
        case BoundCondition::Kind::IsNull: return Predicate::compare(stored_field(condition.left, object), Comparison::Equal, {Value()});
        case BoundCondition::Kind::Compare: return Predicate::compare(stored_field(condition.left, object), condition.comparison, fixed(condition.values));
        case BoundCondition::Kind::OneOf: return Predicate::compare(stored_field(condition.left, object), Comparison::In, fixed(condition.values));
        case BoundCondition::Kind::And: return Predicate::all_of(parts_of(condition, object));
        case BoundCondition::Kind::Or: return Predicate::any_of(parts_of(condition, object));
        case BoundCondition::Kind::Not: return Predicate::negation(predicate_of(condition.parts.front(), object));
        case BoundCondition::Kind::InQuestion:
        case BoundCondition::Kind::Counted: break;
    }
    refuse(fmt::format("Only the own fields of {} are compared here, no related records.", object.plural_label));
}

std::vector<Predicate> parts_of(const BoundCondition& condition, const metadata::Object& object) {
    std::vector<Predicate> out;
    for (const BoundCondition& part : condition.parts) out.push_back(predicate_of(part, object));
    return out;
}

}  // namespace

Predicate criterion(const Json& filter, const metadata::Catalogue& catalogue, const metadata::Object& object) {
    Select select;
    select.object = object.name;
    select.fields.push_back({"", {{"id"}, {}}, "", {}});
    select.where = parse_filter(filter);
    Context context;
    context.user = asker;
    FieldVisible all = [](const metadata::Object&, const metadata::Field&) { return true; };
    Question question = Binder(catalogue, context, all).bind(select);
    if (context.now.was_looked_at()) refuse("A day such as TODAY is another one tomorrow: write the date.");
    return predicate_of(*question.where, object);
}

}  // namespace rapport::query
