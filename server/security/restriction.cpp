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

Predicate rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access, int steps);

/// The records whose `field` names one that the actor has this access to.
Predicate rows_referring(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Field& field, Access access, int steps) {
    std::vector<Predicate> parts;
    for (const metadata::Object& target : catalogue.objects()) {
        bool too_far = steps == 0 && !target.seen_through.empty();
        if (field.may_refer_to(target) && !too_far) parts.push_back(Predicate::refers_to(field, target, rows(actor, catalogue, target, access, steps)));
    }
    return Predicate::any_of(std::move(parts));
}

/// Records that hang on others are seen and changed by those who see and change those; with two parents, both.
Predicate rows_of_parents(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access, int steps) {
    std::vector<Predicate> parts;
    for (const metadata::Field& field : object.fields) {
        if (!is_parent(object, field)) continue;
        Access on_parent = access == Access::Read ? Access::Read : Access::Edit;
        if (field.targets.size() == 1) {
            const metadata::Object& parent = catalogue.object(field.targets.front());
            parts.push_back(Predicate::semi_join(field, parent, rows(actor, catalogue, parent, on_parent, steps)));
        } else {
            parts.push_back(rows_referring(actor, catalogue, field, on_parent, steps - 1));
        }
    }
    return parts.empty() ? Predicate::never() : Predicate::all_of(std::move(parts));
}

/// A note is seen by those who see the customer that it is about, unless it is private; a file on that note, too. That is as
/// far as it goes: notes on files on notes are seen by their owners.
Predicate rows_through_others(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, int steps) {
    if (steps <= 0) return Predicate::never();
    std::vector<Predicate> parts;
    for (const std::string& name : object.seen_through) parts.push_back(rows_referring(actor, catalogue, object.field(name), Access::Read, steps - 1));
    Predicate through = Predicate::any_of(std::move(parts));
    if (object.private_field.empty()) return through;
    const metadata::Field& is_private = object.field(object.private_field);
    return Predicate::all_of({Predicate::negation(Predicate::compare(is_private, query::Comparison::Equal, {1})), std::move(through)});
}

Predicate rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access, int steps) {
    const Rights& rights = actor.rights();
    if (rights.is_administrator()) return Predicate::always();
    ObjectRight right = access == Access::Read ? ObjectRight::Read : access == Access::Edit ? ObjectRight::Update : ObjectRight::Delete;
    if (!rights.may(right, object)) return Predicate::never();
    if (access == Access::Read ? rights.views_all(object) : rights.modifies_all(object)) return Predicate::always();
    switch (object.sharing) {
        case metadata::Sharing::ControlledByParent: return rows_of_parents(actor, catalogue, object, access, steps);
        case metadata::Sharing::Write:
            if (access != Access::Delete || !object.owned) return Predicate::always();
            break;
        case metadata::Sharing::Read:
            if (access == Access::Read) return Predicate::always();
            break;
        case metadata::Sharing::Private: break;
    }
    if (!object.owned) return Predicate::never();
    Predicate own = Predicate::in_integers(object.field("owner_id"), rights.visible_owners());
    if (access != Access::Read) return own;
    return Predicate::any_of({std::move(own), rows_through_others(actor, catalogue, object, steps)});
}

}  // namespace

bool is_parent(const metadata::Object& object, const metadata::Field& field) {
    return object.sharing == metadata::Sharing::ControlledByParent && field.names_parent();
}

Predicate visible_rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access) {
    constexpr int most_steps = 2;
    return rows(actor, catalogue, object, access, most_steps);
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
