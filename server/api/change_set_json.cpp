#include "api/change_set_json.h"

#include <charconv>

#include "api/record_name.h"

namespace rapport::api {

std::int64_t change_set_id(const Call& call) {
    const std::string& text = call.path("id");
    std::int64_t id = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size()) throw Failure(FailureKind::NotFound, "unknown_change_set", "There is no change set \"" + text + "\".");
    return id;
}

void write_change_set(JsonWriter& out, Call& call, storage::Session& session, const records::StoredChangeSet& set) {
    auto number = [&](std::string_view key, std::int64_t value) {
        out.key(key);
        if (value) out.integer(value);
        else out.null();
    };
    out.member("id", set.id).member("kind", set.kind).member("source", set.source).member("changed_at", set.changed_at.text());
    out.key("changed_by");
    write_person(out, set.changed_by, set.actor);
    out.member("object", set.object).key("record");
    write_named_record(out, call, session, set.record);
    out.member("records", set.records).member("state", set.state);
    number("undoes", set.undoes);
    out.member("undone", set.undone);
    number("undone_by", set.undone_by);
}

bool write_history_line(JsonWriter& out, const records::HistoryLine& line, const metadata::Object& object, const query::FieldVisible& visible,
                        const std::function<void()>& more) {
    Json changes = records::shown_changes(line, object, visible);
    // That something was changed which the caller may not see is not for the caller either.
    if (changes.members().empty() && !line.changes.members().empty()) return false;
    out.begin_object().member("id", line.id).member("changed_at", line.changed_at.text());
    out.key("changed_by");
    write_person(out, line.changed_by, line.actor);
    out.member("source", line.source).member("operation", line.operation).key("change_set");
    if (line.change_set) out.begin_object().member("id", line.change_set).member("kind", line.kind).member("undone", line.undone).end_object();
    else out.null();
    if (more) more();
    out.key("changes").begin_object();
    for (const auto& [name, sides] : changes.members())
        out.key(name).begin_object().key("from").json(sides.array().at(0)).key("to").json(sides.array().at(1)).end_object();
    out.end_object().end_object();
    return true;
}

}  // namespace rapport::api
