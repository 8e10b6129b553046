#include "search/index.h"

#include "search/corrections.h"

namespace rapport::search {

bool is_searched(const metadata::Object& object, const metadata::Field& field) { return field.has_column() && (field.searchable || field.name == object.name_field); }

bool is_indexed(const metadata::Object& object, const metadata::Field& field) { return is_searched(object, field) || (object.owned && field.name == "owner_id"); }

Terms terms_of(const metadata::Object& object, const ValueOf& value_of) {
    Terms terms;
    for (const metadata::Field& field : object.fields) {
        if (!is_indexed(object, field)) continue;
        Value value = value_of(field);
        if (value.is_null()) continue;
        if (is_searched(object, field)) terms.add(field.name == object.name_field ? Place::Name : Place::Elsewhere, field.type->search_text(value, field));
        else terms.add_owner(RecordId(value.integer()));
    }
    return terms;
}

void put(storage::Session& session, const metadata::Object& object, RecordId id, const ValueOf& value_of) {
    Terms terms = terms_of(object, value_of);
    session.execute(session.dialect().put_search_terms(), {id.number(), terms.text()});
    keep_names(session, terms.names());
}

void remove(storage::Session& session, RecordId id) { session.execute(session.dialect().remove_search_terms(), {id.number()}); }

}  // namespace rapport::search
