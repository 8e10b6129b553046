#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "metadata/object.h"
#include "query/select.h"

namespace rapport::query {

/// A condition whose names are real, over the rows of one source. Written as SQL by compile().
class Predicate {
public:
    enum class Kind { Always, Never, Compare, InIntegers, SemiJoin, NamedBy, RefersTo, And, Or, Gathered, Not };

    static Predicate always();
    static Predicate never();
    /// field <comparison> value; In and NotIn take several values.
    static Predicate compare(const metadata::Field& field, Comparison comparison, std::vector<Value> values);
    /// The reference or integer field is one of a JSON array of integers, shared because it can be long.
    static Predicate in_integers(const metadata::Field& field, std::shared_ptr<const std::string> json);
    /// The reference field names a live record of `object` that meets `inner`.
    static Predicate semi_join(const metadata::Field& field, const metadata::Object& object, Predicate inner);
    /// The field's value stands in `naming`, a reference of some live record of `object` that meets `inner`.
    static Predicate named_by(const metadata::Field& field, const metadata::Object& object, const metadata::Field& naming, Predicate inner);
    /// Like semi_join() for a reference that may name records of several objects, most of which have many that meet `inner`: looked
    /// up row by row, never gathered.
    static Predicate refers_to(const metadata::Field& field, const metadata::Object& object, Predicate inner);
    static Predicate all_of(std::vector<Predicate> parts);
    static Predicate any_of(std::vector<Predicate> parts);
    /// any_of() over rows of `object`, each part of which finds few of them by an index: where the engine does not walk along
    /// the rows anyway, they are gathered part by part. No engine does so by itself.
    static Predicate gathered(const metadata::Object& object, std::vector<Predicate> parts);
    static Predicate negation(Predicate part);

    Kind kind = Kind::Always;
    const metadata::Field* field = nullptr;
    const metadata::Object* object = nullptr;
    const metadata::Field* naming = nullptr;
    Comparison comparison = Comparison::Equal;
    std::vector<Value> values;
    std::shared_ptr<const std::string> json;
    std::vector<Predicate> parts;
};

}  // namespace rapport::query
