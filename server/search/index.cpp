#include "search/index.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/json_writer.h"
#include "search/corrections.h"

namespace rapport::search {
namespace {

void write_terms(storage::Session& session, std::span<const std::pair<RecordId, const std::string*>> put) {
    constexpr std::size_t at_once = 500;
    if (put.size() == 1) session.execute(session.dialect().put_search_terms(), {put.front().first.number(), *put.front().second});
    if (put.size() <= 1) return;
    for (std::size_t done = 0; done < put.size(); done += at_once) {
        std::string json;
        JsonWriter out(json);
        out.begin_array();
        for (const auto& [id, terms] : put.subspan(done, std::min(at_once, put.size() - done))) out.begin_array().integer(id.number()).string(*terms).end_array();
        out.end_array();
        session.execute(session.dialect().put_many_search_terms(), {json});
    }
}

}  // namespace

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
    std::map<RecordId, const Change*> last;
    std::vector<std::string> names;
    for (const Change& change : list_) {
        last[change.id] = &change;
        names.insert(names.end(), change.names.begin(), change.names.end());
    }
    std::vector<std::pair<RecordId, const std::string*>> put;
    for (const auto& [id, change] : last) {
        if (change->terms) put.emplace_back(id, &*change->terms);
        else session.execute(session.dialect().remove_search_terms(), {id.number()});
    }
    write_terms(session, put);
    keep_names(session, names);
    list_.clear();
}

}  // namespace rapport::search
