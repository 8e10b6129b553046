#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "query/binder.h"

namespace rapport::query {

const metadata::Object& Binder::find_case(const metadata::Field& reference, const TypeOf::Case& one) const {
    const metadata::Object* object = catalogue_.find(one.object);
    if (object && may_know(*object) && reference.may_refer_to(*object)) return *object;
    std::vector<std::string_view> names;
    for (const metadata::Object& candidate : catalogue_.objects())
        if (reference.may_refer_to(candidate) && may_know(candidate)) names.push_back(candidate.name);
    throw bind_failure(one.position, "unknown_object", fmt::format("\"{}\" refers to no \"{}\".{}", reference.relation, one.object,
                                                                   suggestion(text::nearest(one.object, names))));
}

/// A part of the answer that is there when the reference names a record, of the given objects, that may be seen.
OutputKey Binder::presence(int source, const metadata::Field& reference, std::string name, std::shared_ptr<const AnyTarget> any_id) {
    touch(source, reference);
    OutputKey key{std::move(name), -1};
    key.reference = Expression{Function::None, source, any_id->targets.front().field, true, {}, any_id};
    return key;
}

void Binder::bind_type_of(Scope& scope, const TypeOf& type_of) {
    const Path& path = type_of.reference;
    const metadata::Field* reference = path.names.size() == 1 ? visible_relation(scope.object, path.names.front()) : nullptr;
    if (!reference) throw unknown_relation(path, path.names.front(), scope.object);
    auto& outputs = scope.question.outputs;
    bool named_before = std::any_of(outputs.begin(), outputs.end(), [&](const Output& output) { return output.keys.front().name == reference->relation; });
    if (named_before || scope.question.grouped)
        throw bind_failure(path.position, "not_supported",
                           named_before ? fmt::format("\"{}\" is asked for twice: name all its fields within one TYPEOF.", reference->relation)
                                        : std::string("TYPEOF is about records; groups have none."));
    const int from = scope.question.source;
    const OutputKey whole = presence(from, *reference, reference->relation, find_any_target(from, *reference, "id"));
    std::vector<const metadata::Object*> objects;
    for (const TypeOf::Case& one : type_of.cases) {
        const metadata::Object& object = find_case(*reference, one);
        if (std::find(objects.begin(), objects.end(), &object) != objects.end())
            throw bind_failure(one.position, "duplicate_name", fmt::format("\"{}\" stands after WHEN twice.", object.name));
        objects.push_back(&object);
        const int source = join(scope, from, *reference, object, one.position);
        OutputKey key{object.name, source};
        key.is_case = true;
        for (const Path& field : one.fields)
            add_field_outputs(scope, resolve_names(scope, field, field.names, {{whole, key}, source, &object, nullptr}), field.position);
    }
    if (!type_of.otherwise.empty()) bind_otherwise(scope, type_of, *reference, whole, objects);
}

/// Fields that all other objects have.
void Binder::bind_otherwise(Scope& scope, const TypeOf& type_of, const metadata::Field& reference, const OutputKey& whole,
                            std::span<const metadata::Object* const> without) {
    const int from = scope.question.source;
    auto any_id = make_any_target(reference, "id", without);
    if (any_id->targets.empty())
        throw bind_failure(type_of.reference.position, "not_supported", fmt::format("\"{}\" refers to nothing else: leave ELSE out.", reference.relation));
    OutputKey key = presence(from, reference, "else", std::move(any_id));
    key.is_case = true;
    for (const Path& field : type_of.otherwise) {
        auto any = field.names.size() == 1 ? make_any_target(reference, field.names.front(), without) : nullptr;
        if (!any || any->targets.empty())
            throw bind_failure(field.position, "unknown_field", fmt::format("after ELSE stand fields that the other objects have, such as name; \"{}\" is none.", joined(field.names)),
                               joined(field.names));
        bool is_name = metadata::normalized_spelling(field.names.front()) == "name";
        const metadata::Field* first = any->targets.front().field;
        std::vector<OutputKey> keys{whole, key, {is_name ? "name" : first->name, -1}};
        std::string name = dotted(keys);
        add_output(scope, {std::move(keys), {Function::None, from, first, true, {}, std::move(any)}, std::move(name)});
    }
}

}  // namespace rapport::query
