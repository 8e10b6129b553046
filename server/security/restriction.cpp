#include "security/restriction.h"

#include "security/rights.h"

namespace rapport::security {

/// The one maker of query::Restricted.
class Restriction {
public:
    static query::Restricted apply(query::Bound bound, std::vector<query::Predicate> rows, query::Restricted::Trash trash) {
        return query::Restricted(std::move(bound), std::move(rows), trash);
    }
};

namespace {

using query::Predicate;

/// Records that hang on others are seen and changed by those who see and change those; with two parents, both.
Predicate rows_of_parents(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access) {
    std::vector<Predicate> parts;
    for (const metadata::Field& field : object.fields) {
        if (!is_parent(object, field)) continue;
        const metadata::Object& parent = catalogue.object(field.targets.front());
        Access on_parent = access == Access::Read ? Access::Read : Access::Edit;
        parts.push_back(Predicate::semi_join(field, parent, visible_rows(actor, catalogue, parent, on_parent)));
    }
    return parts.empty() ? Predicate::never() : Predicate::all_of(std::move(parts));
}

}  // namespace

bool is_parent(const metadata::Object& object, const metadata::Field& field) {
    return object.sharing == metadata::Sharing::ControlledByParent && field.type->name() == "master_detail" && field.targets.size() == 1;
}

Predicate visible_rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access) {
    const Rights& rights = actor.rights();
    if (rights.is_administrator()) return Predicate::always();
    ObjectRight right = access == Access::Read ? ObjectRight::Read : access == Access::Edit ? ObjectRight::Update : ObjectRight::Delete;
    if (!rights.may(right, object)) return Predicate::never();
    if (access == Access::Read ? rights.views_all(object) : rights.modifies_all(object)) return Predicate::always();
    switch (object.sharing) {
        case metadata::Sharing::ControlledByParent: return rows_of_parents(actor, catalogue, object, access);
        case metadata::Sharing::Write:
            if (access != Access::Delete || !object.owned) return Predicate::always();
            break;
        case metadata::Sharing::Read:
            if (access == Access::Read) return Predicate::always();
            break;
        case metadata::Sharing::Private: break;
    }
    if (!object.owned) return Predicate::never();
    return Predicate::in_integers(object.field("owner_id"), rights.visible_owners());
}

query::Restricted restrict_to(const Actor& actor, query::Bound bound, Access access, query::Restricted::Trash trash) {
    const metadata::Object& main = bound.object();
    if (!actor.rights().may(ObjectRight::Read, main))
        throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not see " + main.plural_label + ": your permission sets do not allow it. Ask an administrator.");
    std::vector<Predicate> rows;
    rows.reserve(bound.sources().size());
    for (std::size_t i = 0; i < bound.sources().size(); ++i) {
        const auto& source = bound.sources()[i];
        rows.push_back(visible_rows(actor, *bound.catalogue(), *source.object, i == 0 ? access : Access::Read));
    }
    return Restriction::apply(std::move(bound), std::move(rows), trash);
}

query::FieldVisible visible_to(const Actor& actor) {
    return [rights = &actor.rights()](const metadata::Object& object, const metadata::Field& field) { return rights->may_read(object, field); };
}

}  // namespace rapport::security
