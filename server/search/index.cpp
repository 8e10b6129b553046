#include "search/index.h"

#include <map>

#include "base/json_writer.h"
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

void Changes::put(const metadata::Object& object, RecordId id, const ValueOf& value_of) {
    Terms terms = terms_of(object, value_of);
    list_.push_back({id, terms.text(), terms.names()});
}

void Changes::write(storage::Session& session) {
    constexpr std::size_t records_at_once = 500;
    std::map<RecordId, const Change*> last;
    std::vector<std::string> names;
    for (const Change& change : list_) {
        last[change.id] = &change;
        names.insert(names.end(), change.names.begin(), change.names.end());
    }
    for (auto next = last.begin(); next != last.end();) {
        std::string json;
        JsonWriter out(json);
        out.begin_array();
        std::size_t count = 0;
        for (; next != last.end() && count < records_at_once; ++next) {
            const auto& [id, change] = *next;
            if (!change->terms) {
                session.execute(session.dialect().remove_search_terms(), {id.number()});
                continue;
            }
            out.begin_array().integer(id.number()).string(*change->terms).end_array();
            ++count;
        }
        out.end_array();
        if (count > 0) session.execute(session.dialect().put_search_terms(), {json});
    }
    keep_names(session, names);
    list_.clear();
}

}  // namespace rapport::search
