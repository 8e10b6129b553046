#include "query/predicate.h"

namespace rapport::query {
namespace {

Predicate of(Predicate::Kind kind) {
    Predicate out;
    out.kind = kind;
    return out;
}

}  // namespace

Predicate Predicate::always() { return of(Kind::Always); }
Predicate Predicate::never() { return of(Kind::Never); }

Predicate Predicate::compare(const metadata::Field& field, Comparison comparison, std::vector<Value> values) {
    Predicate out = of(Kind::Compare);
    out.field = &field;
    out.comparison = comparison;
    out.values = std::move(values);
    return out;
}

Predicate Predicate::in_integers(const metadata::Field& field, std::shared_ptr<const std::string> json) {
    Predicate out = of(Kind::InIntegers);
    out.field = &field;
    out.json = std::move(json);
    return out;
}

Predicate Predicate::semi_join(const metadata::Field& field, const metadata::Object& object, Predicate inner) {
    if (inner.kind == Kind::Never) return never();
    Predicate out = of(Kind::SemiJoin);
    out.field = &field;
    out.object = &object;
    out.parts.push_back(std::move(inner));
    return out;
}

Predicate Predicate::named_by(const metadata::Field& field, const metadata::Object& object, const metadata::Field& naming, Predicate inner) {
    Predicate out = semi_join(field, object, std::move(inner));
    if (out.kind != Kind::SemiJoin) return out;
    out.kind = Kind::NamedBy;
    out.naming = &naming;
    return out;
}

Predicate Predicate::refers_to(const metadata::Field& field, const metadata::Object& object, Predicate inner) {
    Predicate out = semi_join(field, object, std::move(inner));
    if (out.kind == Kind::SemiJoin) out.kind = Kind::RefersTo;
    return out;
}

Predicate Predicate::all_of(std::vector<Predicate> parts) {
    std::erase_if(parts, [](const Predicate& part) { return part.kind == Kind::Always; });
    for (const Predicate& part : parts)
        if (part.kind == Kind::Never) return never();
    if (parts.empty()) return always();
    if (parts.size() == 1) return std::move(parts.front());
    Predicate out = of(Kind::And);
    out.parts = std::move(parts);
    return out;
}

Predicate Predicate::any_of(std::vector<Predicate> parts) {
    std::erase_if(parts, [](const Predicate& part) { return part.kind == Kind::Never; });
    for (const Predicate& part : parts)
        if (part.kind == Kind::Always) return always();
    if (parts.empty()) return never();
    if (parts.size() == 1) return std::move(parts.front());
    Predicate out = of(Kind::Or);
    out.parts = std::move(parts);
    return out;
}

Predicate Predicate::gathered(const metadata::Object& object, std::vector<Predicate> parts) {
    Predicate out = any_of(std::move(parts));
    if (out.kind != Kind::Or) return out;
    out.kind = Kind::Gathered;
    out.object = &object;
    return out;
}

Predicate Predicate::negation(Predicate part) {
    if (part.kind == Kind::Always) return never();
    if (part.kind == Kind::Never) return always();
    Predicate out = of(Kind::Not);
    out.parts.push_back(std::move(part));
    return out;
}

}  // namespace rapport::query
