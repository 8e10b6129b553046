#include "security/restriction.h"

#include "security/rights.h"
#include "security/statements.h"

namespace rapport::security {

/// The one maker of query::Restricted.
class Restriction {
public:
    static query::Restricted apply(query::Bound bound, std::vector<query::Predicate> rows, query::Restricted::Trash trash) {
        return query::Restricted(std::move(bound), std::move(rows), trash);
    }
};

query::Restricted restrict_to(const Actor& actor, query::Bound bound, Access access, query::Restricted::Trash trash) {
    const metadata::Object& main = bound.object();
    if (!actor.rights().may(ObjectRight::Read, main))
        throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not see " + main.plural_label + ": your permission sets do not allow it. Ask an administrator.");
    std::vector<query::Predicate> rows;
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

bool is_among(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, RecordId record, query::Predicate rows) {
    query::Select select;
    select.object = object.name;
    select.fields.push_back({"", {{"id"}, {}}, "", {}});
    select.where = is_record(record);
    select.limit = 1;
    auto bound = query::bind(select, catalogue, {}, [](const auto&, const auto&) { return true; });
    auto restricted = Restriction::apply(std::move(bound), {std::move(rows)}, query::Restricted::Trash::Include);
    bool found = false;
    query::for_each_row(session, query::compile(restricted, session.dialect()), [&](const std::vector<Cell>&) { found = true; });
    return found;
}

}  // namespace rapport::security
