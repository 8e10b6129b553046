#include "security/computed_fields.h"

#include <algorithm>

#include "query/query.h"

namespace rapport::security {
namespace {

bool is_computed(const metadata::Field& field) { return !field.formula.empty() || field.roll_up || !field.derived_from.empty(); }

query::Select question_of(const metadata::Object& object, const metadata::Field& field) {
    query::Select select;
    auto ask_for = [&](const std::string& name) { select.fields.push_back({"", {{name}, {}}, "", {}}); };
    select.object = field.roll_up ? field.roll_up->child : object.name;
    if (!field.formula.empty()) ask_for(field.name);
    for (const std::string& name : field.derived_from) ask_for(name);
    if (field.roll_up) {
        ask_for(field.roll_up->relation);
        if (!field.roll_up->field.empty()) ask_for(field.roll_up->field);
        if (!field.roll_up->filter.is_null()) select.where = query::parse_filter(field.roll_up->filter);
    }
    return select;
}

/// All that somebody who sees everything would read to compute the field.
std::vector<query::Bound::Source> inputs_of(const metadata::CataloguePointer& catalogue, const metadata::Object& object, const metadata::Field& field) {
    try {
        return query::bind(question_of(object, field), catalogue, {}, [](const auto&, const auto&) { return true; }).sources();
    } catch (const Failure&) {
        return {};  // a formula that broke when another field was taken away tells nobody anything
    }
}

bool may_read_all(const Rights& rights, const metadata::Field& computed, const std::vector<query::Bound::Source>& inputs) {
    return std::all_of(inputs.begin(), inputs.end(), [&](const query::Bound::Source& source) {
        return rights.may(ObjectRight::Read, *source.object) &&
               std::all_of(source.fields.begin(), source.fields.end(), [&](const metadata::Field* field) { return field == &computed || rights.may_read(*source.object, *field); });
    });
}

}  // namespace

std::vector<std::pair<const metadata::Object*, const metadata::Field*>> telling_fields(const metadata::CataloguePointer& catalogue, const Rights& rights) {
    std::vector<std::pair<const metadata::Object*, const metadata::Field*>> out;
    for (const metadata::Object& object : catalogue->objects())
        for (const metadata::Field& field : object.fields)
            if (is_computed(field) && rights.may_read(object, field) && !may_read_all(rights, field, inputs_of(catalogue, object, field))) out.emplace_back(&object, &field);
    return out;
}

}  // namespace rapport::security
