#include "personal/places.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/failure.h"
#include "base/text.h"

namespace rapport::personal {
namespace {

constexpr std::size_t most_favourites = 100;
constexpr std::int64_t most_recent = 20;

bool is_name(std::string_view text) {
    constexpr std::size_t longest = 80;
    auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), is_part);
}

void check_place(std::string_view place) {
    const auto parts = text::split(place, '/');
    const bool is_record = parts.size() == 2 && parts[0] == "record" && RecordId::parse(parts[1]);
    const bool is_view = parts.size() == 3 && parts[0] == "view" && is_name(parts[1]) && is_name(parts[2]);
    if (!is_record && !is_view) throw invalid_field({"place", "invalid_place", "A favourite is \"record/ID\" or \"view/OBJECT/NAME\"."});
}

std::vector<std::string> read_names(const Json& names, const char* field) {
    constexpr std::size_t most_names = 1000;
    if (!names.is_array() || names.array().size() > most_names) throw invalid_field({field, "wrong_type", "Name the objects, at most 1,000 of them."});
    std::vector<std::string> out;
    for (const Json& name : names.array()) {
        if (!name.is_string() || !is_name(name.string())) throw invalid_field({field, "wrong_type", "The name of an object is a text such as \"account\"."});
        out.push_back(name.string());
    }
    return out;
}

void write(storage::Session& session, RecordId user, const std::vector<std::string>& places) {
    session.execute("DELETE FROM favourite WHERE user_id = ?1", {user.number()});
    std::vector<std::vector<Value>> rows;
    for (const std::string& place : places) rows.push_back({user.number(), place, static_cast<std::int64_t>(rows.size())});
    if (!rows.empty()) session.insert_rows("favourite", "user_id, place, position", rows);
}

}  // namespace

std::vector<std::string> favourites(storage::Session& session, RecordId user) {
    std::vector<std::string> out;
    auto row = session.query("SELECT place FROM favourite WHERE user_id = ?1 ORDER BY position", {user.number()});
    while (row->next()) out.emplace_back(row->text(0));
    return out;
}

void put_favourite(storage::Session& session, RecordId user, std::string_view place, std::optional<std::size_t> position) {
    check_place(place);
    std::vector<std::string> places = favourites(session, user);
    auto known = std::find(places.begin(), places.end(), place);
    if (known != places.end()) {
        if (!position) return;
        places.erase(known);
    } else if (places.size() >= most_favourites) {
        throw Failure(FailureKind::TooLarge, "too_many_favourites", "You have 100 favourites already: take a star away first.");
    }
    const std::size_t at = std::min(position.value_or(places.size()), places.size());
    places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), std::string(place));
    write(session, user, places);
}

void remove_favourite(storage::Session& session, RecordId user, std::string_view place) {
    session.execute("DELETE FROM favourite WHERE user_id = ?1 AND place = ?2", {user.number(), place});
}

std::vector<RecordId> recent_records(storage::Session& session, RecordId user) {
    std::vector<RecordId> out;
    auto row = session.query("SELECT record_id FROM recent_record WHERE user_id = ?1 ORDER BY opened_at DESC, record_id LIMIT ?2", {user.number(), most_recent});
    while (row->next()) out.emplace_back(row->integer(0));
    return out;
}

void note_opened(storage::Session& session, RecordId user, RecordId record) {
    session.execute("INSERT INTO recent_record (user_id, record_id, opened_at) VALUES (?1, ?2, ?3) ON CONFLICT (user_id, record_id) DO UPDATE SET opened_at = excluded.opened_at",
                    {user.number(), record.number(), DateTime::now().microseconds()});
    session.execute("DELETE FROM recent_record WHERE user_id = ?1 AND opened_at < (SELECT MIN(opened_at) FROM (SELECT opened_at FROM recent_record WHERE user_id = ?1 ORDER BY opened_at DESC LIMIT ?2) newest)",
                    {user.number(), most_recent});
}

std::map<std::string, RecordId> shown_pipelines(storage::Session& session, RecordId user) {
    std::map<std::string, RecordId> out;
    auto row = session.query("SELECT object, pipeline_id FROM shown_pipeline WHERE user_id = ?1", {user.number()});
    while (row->next()) out.emplace(row->text(0), row->integer(1));
    return out;
}

void note_pipeline(storage::Session& session, RecordId user, std::string_view object, RecordId pipeline) {
    session.execute("INSERT INTO shown_pipeline (user_id, object, pipeline_id) VALUES (?1, ?2, ?3) ON CONFLICT (user_id, object) DO UPDATE SET pipeline_id = excluded.pipeline_id",
                    {user.number(), object, pipeline.number()});
}

ObjectArrangement object_arrangement(storage::Session& session, RecordId user) {
    ObjectArrangement out;
    auto row = session.query("SELECT shown, hidden FROM object_arrangement WHERE user_id = ?1", {user.number()});
    if (!row->next()) return out;
    out.order = read_names(Json::parse(row->text(0)), "order");
    out.hidden = read_names(Json::parse(row->text(1)), "hidden");
    return out;
}

void arrange_objects(storage::Session& session, RecordId user, const Json& arrangement) {
    read_names(arrangement["order"], "order");
    read_names(arrangement["hidden"], "hidden");
    session.execute("INSERT INTO object_arrangement (user_id, shown, hidden) VALUES (?1, ?2, ?3) ON CONFLICT (user_id) DO UPDATE SET shown = excluded.shown, hidden = excluded.hidden",
                    {user.number(), arrangement["order"].text(), arrangement["hidden"].text()});
}

void create_place_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE favourite (user_id BIGINT NOT NULL, place TEXT NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (user_id, place));"
        "CREATE TABLE recent_record (user_id BIGINT NOT NULL, record_id BIGINT NOT NULL, opened_at BIGINT NOT NULL, PRIMARY KEY (user_id, record_id))");
}

void create_pipeline_table(storage::Session& session) {
    session.execute_script("CREATE TABLE shown_pipeline (user_id BIGINT NOT NULL, object TEXT NOT NULL, pipeline_id BIGINT NOT NULL, PRIMARY KEY (user_id, object))");
}

void create_arrangement_table(storage::Session& session) {
    session.execute_script("CREATE TABLE object_arrangement (user_id BIGINT NOT NULL PRIMARY KEY, shown TEXT NOT NULL, hidden TEXT NOT NULL)");
}

}  // namespace rapport::personal
