#include "search/index.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/json_writer.h"
#include "matching/profile.h"
#include "search/corrections.h"

namespace rapport::search {

bool is_searched(const metadata::Object& object, const metadata::Field& field) { return field.has_column() && (field.searchable || field.name == object.name_field); }

bool is_indexed(const metadata::Object& object, const metadata::Field& field) {
    return is_searched(object, field) || (object.owned && field.name == "owner_id") || matching::is_compared(object, field);
}

Terms terms_of(const metadata::Object& object, const ValueOf& value_of) {
    Terms terms;
    for (const metadata::Field& field : object.fields) {
        const bool searched = is_searched(object, field);
        if (!searched && !(object.owned && field.name == "owner_id")) continue;
        Value value = value_of(field);
        if (value.is_null()) continue;
        if (searched) terms.add(field.name == object.name_field ? Place::Name : Place::Elsewhere, field.type->search_text(value, field));
        else terms.add_owner(RecordId(value.integer()));
    }
    return terms;
}

void Changes::put(const metadata::Object& object, RecordId id, const ValueOf& value_of) {
    Terms terms = terms_of(object, value_of);
    list_.push_back({id, terms.text(), terms.names(), duplicate_keys_of(object, value_of)});
}

namespace {

/// Rows of a table of terms that are to be replaced or to go. Who puts terms keeps them until they are written.
class Rows {
public:
    Rows(storage::Session& session, const char* table) : session_(session), table_(table) {}

    void put(RecordId id, const std::string& terms) { put_.emplace_back(id, &terms); }
    void remove(RecordId id) { session_.execute(session_.dialect().remove_terms(table_), {id.number()}); }
    /// A record without keys is not in their table.
    void put_keys(RecordId id, const std::string& keys) {
        if (keys.empty()) remove(id);
        else put(id, keys);
    }
    void write() {
        if (put_.size() == 1) session_.execute(session_.dialect().put_terms(table_), {put_.front().first.number(), *put_.front().second});
        if (put_.size() <= 1) return;
        for (std::size_t done = 0; done < put_.size(); done += at_once) {
            std::string json;
            JsonWriter out(json);
            out.begin_array();
            for (const auto& [id, terms] : std::span(put_).subspan(done, std::min(at_once, put_.size() - done))) out.begin_array().integer(id.number()).string(*terms).end_array();
            out.end_array();
            session_.execute(session_.dialect().put_many_terms(table_), {json});
        }
    }

private:
    static constexpr std::size_t at_once = 500;
    storage::Session& session_;
    const char* table_;
    std::vector<std::pair<RecordId, const std::string*>> put_;
};

}  // namespace

std::optional<std::string> duplicate_keys_of(const metadata::Object& object, const ValueOf& value_of) {
    if (object.duplicate_rules.empty()) return std::nullopt;
    std::string out;
    for (const std::string& key : matching::keys_of(matching::profile_of(object, value_of))) out += (out.empty() ? "" : " ") + key;
    return out;
}

void Changes::write_keys(storage::Session& session) {
    std::map<RecordId, const Change*> last;
    for (; keyed_ < list_.size(); ++keyed_) last[list_[keyed_].id] = &list_[keyed_];
    Rows keys(session, duplicate_keys);
    for (const auto& [id, change] : last)
        if (change->keys) keys.put_keys(id, *change->keys);
    keys.write();
}

void Changes::write(storage::Session& session) {
    std::map<RecordId, const Change*> last;
    std::vector<std::string> names;
    for (const Change& change : list_) {
        last[change.id] = &change;
        names.insert(names.end(), change.names.begin(), change.names.end());
    }
    Rows texts(session, "search_text"), keys(session, duplicate_keys);
    for (const auto& [id, change] : last) {
        if (change->terms) texts.put(id, *change->terms);
        else texts.remove(id);
        if (change->keys) keys.put_keys(id, *change->keys);
    }
    texts.write();
    keys.write();
    keep_names(session, names);
    list_.clear();
    keyed_ = 0;
}

}  // namespace rapport::search
