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
    return [rights = &actor.rights()](const metadata::Object& object, const metadata::Field& field) {
        return field.name == "id" ? rights->may(ObjectRight::Read, object) : rights->may_read(object, field);
    };
}

namespace {

RecordId first_among(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, query::Condition where, query::Predicate rows,
                     query::Restricted::Trash trash) {
    query::Select select;
    select.object = object.name;
    select.fields.push_back({"", {{"id"}, {}}, "", {}});
    select.where = std::move(where);
    select.limit = 1;
    auto bound = query::bind(select, catalogue, {}, [](const auto&, const auto&) { return true; });
    auto restricted = Restriction::apply(std::move(bound), {std::move(rows)}, trash);
    RecordId found;
    query::for_each_row(session, query::compile(restricted, session.dialect()), [&](const std::vector<Cell>& cells) { found = RecordId(cells[0].integer()); });
    return found;
}

}  // namespace

RecordId first_referring(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, const metadata::Field& reference,
                         RecordId record, query::Predicate rows) {
    query::Condition where = is_record(record);
    where.term.path.names = {reference.name};
    return first_among(session, catalogue, object, std::move(where), std::move(rows), query::Restricted::Trash::Exclude);
}

bool is_among(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Object& object, RecordId record, query::Predicate rows) {
    return static_cast<bool>(first_among(session, catalogue, object, is_record(record), std::move(rows), query::Restricted::Trash::Include));
}

}  // namespace rapport::security
