#include "security/grounds.h"

#include <algorithm>

#include "base/text.h"
#include "query/criterion.h"

namespace rapport::security {
namespace {

using query::Predicate;

/// Gathers the grounds of one actor; `steps` is how far it looks through references to others.
class Grounds {
public:
    Grounds(const Actor& actor, const metadata::Catalogue& catalogue) : actor_(actor), rights_(actor.rights()), catalogue_(catalogue) {}

    std::vector<Ground> of(const metadata::Object& object, Access access, int steps) const;

    Predicate rows(const metadata::Object& object, Access access, int steps) const;

private:
    Predicate rows_referring(const metadata::Field& field, Access access, int steps) const;
    void add_parents(std::vector<Ground>& out, const metadata::Object& object, Access access, int steps) const;
    void add_owners(std::vector<Ground>& out, const metadata::Object& object, Access access) const;
    void add_criteria(std::vector<Ground>& out, const metadata::Object& object, Access access) const;
    void add_grants(std::vector<Ground>& out, const metadata::Object& object, Access access) const;
    void add_grant(std::vector<Ground>& out, const metadata::Object& object, const metadata::Object& granting, const metadata::Grant& grant, Access access) const;
    void add_through_others(std::vector<Ground>& out, const metadata::Object& object, int steps) const;
    Ground all_records(const metadata::Object& object, Access access) const;

    const Actor& actor_;
    const Rights& rights_;
    const metadata::Catalogue& catalogue_;
};

/// Nobody is given these by a rule or a share.
bool needs_ownership(Access access) { return access == Access::Full || access == Access::Delete; }

std::string label_of(const metadata::Field& reference) { return text::quoted(reference.label); }

/// Owners and grants have indexes; values of a sharing rule mostly have none, and what is seen through others neither.
bool finds_few_by_index(const Predicate& rows) { return rows.kind == Predicate::Kind::InIntegers || rows.kind == Predicate::Kind::NamedBy; }

Predicate Grounds::rows(const metadata::Object& object, Access access, int steps) const {
    std::vector<Predicate> rows;
    bool gather = rights_.has_few_owners(object, access);
    for (Ground& ground : of(object, access, steps)) {
        gather = gather && finds_few_by_index(ground.rows);
        rows.push_back(std::move(ground.rows));
    }
    return gather ? Predicate::gathered(object, std::move(rows)) : Predicate::any_of(std::move(rows));
}

/// The records whose `field` names one that the actor has this access to.
Predicate Grounds::rows_referring(const metadata::Field& field, Access access, int steps) const {
    std::vector<Predicate> parts;
    for (const metadata::Object& target : catalogue_.objects()) {
        bool too_far = steps == 0 && !target.seen_through.empty();
        if (field.may_refer_to(target) && !too_far) parts.push_back(Predicate::refers_to(field, target, rows(target, access, steps)));
    }
    return Predicate::any_of(std::move(parts));
}

/// Records that hang on others are seen and changed by those who see and change those; with two parents, both.
void Grounds::add_parents(std::vector<Ground>& out, const metadata::Object& object, Access access, int steps) const {
    std::vector<Predicate> parts;
    Ground ground{"parent", "They may do so with the record that this one hangs on.", Predicate::never()};
    ground.through_access = access_to_parent(object, access);
    for (const metadata::Field& field : object.fields) {
        if (!is_parent(object, field)) continue;
        ground.through.push_back(&field);
        if (field.targets.size() == 1) {
            const metadata::Object& parent = catalogue_.object(field.targets.front());
            parts.push_back(Predicate::semi_join(field, parent, rows(parent, ground.through_access, steps)));
        } else {
            parts.push_back(rows_referring(field, ground.through_access, steps - 1));
        }
    }
    if (parts.empty()) return;
    ground.rows = Predicate::all_of(std::move(parts));
    out.push_back(std::move(ground));
}

void Grounds::add_owners(std::vector<Ground>& out, const metadata::Object& object, Access access) const {
    const Owners& owners = rights_.owners(object, access);
    const metadata::Field& owner = object.field("owner_id");
    Ground ground{"owner", "", Predicate::in_integers(owner, owners.json())};
    for (const Owners::Part& part : owners.parts()) ground.parts.push_back({part.code, part.sentence, Predicate::in_integers(owner, part.json), part.source});
    out.push_back(std::move(ground));
}

/// A rule that names a field which is there no more opens nothing.
void Grounds::add_criteria(std::vector<Ground>& out, const metadata::Object& object, Access access) const {
    for (const auto& rule : rights_.criteria(object, access)) {
        try {
            out.push_back({"sharing_rule", rule->sentence(), query::criterion(rule->criterion, catalogue_, object), rule->id});
        } catch (const Failure&) {
            continue;
        }
    }
}

/// Shares, teams, territories: what declarations call grants.
void Grounds::add_grants(std::vector<Ground>& out, const metadata::Object& object, Access access) const {
    for (const metadata::Object& granting : catalogue_.objects()) {
        for (const metadata::Grant& grant : granting.grants) {
            bool direct = grant.object.empty() && granting.field(grant.record).may_refer_to(object);
            bool through = grant.object == object.name && object.find_field(grant.through);  // fields can be set aside
            if (direct || through) add_grant(out, object, granting, grant, access);
        }
    }
}

void Grounds::add_grant(std::vector<Ground>& out, const metadata::Object& object, const metadata::Object& granting, const metadata::Grant& grant, Access access) const {
    std::vector<Predicate> to;
    for (const std::string& name : grant.to)
        if (auto json = rights_.grantees(granting, name)) to.push_back(Predicate::in_integers(granting.field(name), std::move(json)));
    if (to.empty()) return;
    const metadata::Field& naming = granting.field(grant.record);
    const metadata::Field& key = object.field(grant.object.empty() ? "id" : grant.through);
    std::vector<Value> enough{Value("write")};
    if (access == Access::Read) enough.emplace_back("read");
    Predicate rows = Predicate::all_of({Predicate::any_of(std::move(to)), Predicate::compare(granting.field(grant.access), query::Comparison::In, std::move(enough))});
    std::string sentence = text::quoted(granting.label) + " opens it to them, to a group that they are in, or to somebody below them.";
    Ground ground{granting.name, std::move(sentence), Predicate::named_by(key, granting, naming, rows)};
    ground.given = {&granting, &naming, &key, std::move(rows)};
    out.push_back(std::move(ground));
}

/// A note is seen by those who see the customer that it is about, unless it is private; a file on that note, too. That is as
/// far as it goes: notes on files on notes are seen by their owners.
void Grounds::add_through_others(std::vector<Ground>& out, const metadata::Object& object, int steps) const {
    if (steps <= 0) return;
    for (const std::string& name : object.seen_through) {
        const metadata::Field& field = object.field(name);
        Predicate through = rows_referring(field, Access::Read, steps - 1);
        if (!object.private_field.empty()) {
            const metadata::Field& is_private = object.field(object.private_field);
            through = Predicate::all_of({Predicate::negation(Predicate::compare(is_private, query::Comparison::Equal, {1})), std::move(through)});
        }
        Ground ground{"seen_through", "They may see the record that it is about: its " + label_of(field) + ".", std::move(through)};
        ground.through.push_back(&field);
        out.push_back(std::move(ground));
    }
}

/// By a permission set that opens all records; the first of them is named.
Ground Grounds::all_records(const metadata::Object& object, Access access) const {
    bool reading = access == Access::Read;
    for (const auto& set : rights_.sets()) {
        ObjectRights rights = set->rights_to(object.name);
        bool changes = set->modifies_all || rights.modify_all;
        bool sees = set->views_all || rights.view_all;
        if (changes) return {"modify_all", "The permission set " + text::quoted(set->name) + " lets them see and change every record.", Predicate::always(), set->id};
        if (sees && reading) return {"view_all", "The permission set " + text::quoted(set->name) + " lets them see every record.", Predicate::always(), set->id};
    }
    return {"view_all", "Their permission sets open every record.", Predicate::always()};
}

std::vector<Ground> Grounds::of(const metadata::Object& object, Access access, int steps) const {
    std::vector<Ground> out;
    if (rights_.is_administrator()) {
        out.push_back({"administrator", "Administrators may see and change everything.", Predicate::always()});
        return out;
    }
    if (!rights_.may(right_for(access), object)) return out;
    if (access == Access::Read ? rights_.views_all(object) : rights_.modifies_all(object)) {
        out.push_back(all_records(object, access));
        return out;
    }
    bool open_to_all = object.sharing == metadata::Sharing::Write ? !needs_ownership(access) || !object.owned
                                                                   : object.sharing == metadata::Sharing::Read && access == Access::Read;
    if (open_to_all) {
        std::string verb = object.sharing == metadata::Sharing::Write ? "reading and writing" : "reading";
        out.push_back({"organization_default", object.plural_label + " are open to everybody for " + verb + ".", Predicate::always()});
    } else if (object.sharing == metadata::Sharing::ControlledByParent) {
        add_parents(out, object, access, steps);
    } else if (object.owned) {
        add_owners(out, object, access);
        if (!needs_ownership(access)) add_criteria(out, object, access);
        if (!needs_ownership(access)) add_grants(out, object, access);
        if (access == Access::Read) add_through_others(out, object, steps);
    }
    return out;
}

constexpr int most_steps = 2;

}  // namespace

bool is_parent(const metadata::Object& object, const metadata::Field& field) {
    return object.sharing == metadata::Sharing::ControlledByParent && field.names_parent();
}

Access access_to_parent(const metadata::Object& object, Access access) {
    if (access == Access::Read || access == Access::Full) return access;
    return object.parent_access == metadata::ParentAccess::Full ? Access::Full : Access::Edit;
}

ObjectRight right_for(Access access) {
    switch (access) {
        case Access::Read: return ObjectRight::Read;
        case Access::Full:
        case Access::Edit: return ObjectRight::Update;
        case Access::Delete: return ObjectRight::Delete;
    }
    return ObjectRight::Delete;
}

std::vector<Ground> grounds_of(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access) {
    return Grounds(actor, catalogue).of(object, access, most_steps);
}

Predicate visible_rows(const Actor& actor, const metadata::Catalogue& catalogue, const metadata::Object& object, Access access) {
    return Grounds(actor, catalogue).rows(object, access, most_steps);
}

}  // namespace rapport::security
