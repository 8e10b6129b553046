#include <limits>

#include "api/change_set_json.h"
#include "api/record_name.h"
#include "api/route.h"
#include "api/tag_job.h"
#include "api/undo_json.h"
#include "records/merged.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::int64_t most_lines = 500;

/// Whose change sets are asked for: one's own, unless an administrator wants others'.
std::optional<RecordId> user_asked_for(const Call& call) {
    std::string named = call.text("user");
    const security::Actor& actor = call.actor();
    std::optional<RecordId> user = actor.user();
    if (named == "all") user.reset();
    else if (!named.empty() && named != "me") user = value_or_throw(RecordId::parse(named));
    if (user == actor.user() || actor.rights().is_administrator()) return user;
    throw Failure(FailureKind::Forbidden, "change_sets_forbidden", "What others have changed is listed for administrators. Leave user out to see your own.");
}

void write_next(JsonWriter& out, bool more, std::int64_t last) {
    out.key("next");
    if (more) out.string(std::to_string(last));
    else out.null();
}

http::Response list_change_sets(Call& call) {
    records::ChangeSetFilter filter;
    filter.user = user_asked_for(call);
    filter.kind = call.text("kind");
    if (auto record = call.text("record"); !record.empty()) filter.record = value_or_throw(RecordId::parse(record));
    if (auto name = call.text("object"); !name.empty()) filter.object = &call.catalogue->object(name);
    for (auto [name, moment] : {std::pair{"from", &filter.from}, {"until", &filter.until}})
        if (auto text = call.text(name); !text.empty()) *moment = value_or_throw(DateTime::parse(text));
    filter.before = call.number("cursor", 0, 0, std::numeric_limits<std::int64_t>::max());
    std::int64_t limit = call.number("limit", 50, 1, most_lines);
    filter.limit = limit + 1;
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        auto sets = records::list_change_sets(session, filter);
        bool more = static_cast<std::int64_t>(sets.size()) > limit;
        if (more) sets.pop_back();
        out.begin_object().key("change_sets").begin_array();
        for (const auto& set : sets) {
            out.begin_object();
            write_change_set(out, call, session, set);
            out.end_object();
        }
        out.end_array();
        write_next(out, more, more ? sets.back().id : 0);
        out.end_object();
    });
    return response;
}

/// The change set and a page of what it changed, newest first, as far as the caller may see the records.
http::Response get_change_set(Call& call) {
    std::int64_t id = change_set_id(call);
    std::int64_t before = call.number("cursor", 0, 0, std::numeric_limits<std::int64_t>::max());
    std::int64_t limit = call.number("limit", 50, 1, most_lines);
    auto visible = security::visible_to(call.actor());
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        auto set = records::change_set_for(session, call.actor(), id);
        out.begin_object();
        write_change_set(out, call, session, set);
        if (set.kind == "undo") {
            out.key("report").begin_object();
            write_undo_report(out, call, session, records::report_of(set));
            out.end_object();
        }
        if (set.kind == "merge") {
            out.key("moved").begin_object();
            for (const auto& [object, count] : records::merge_details(set).moved) out.member(object, count);
            out.end_object();
        }
        if (set.kind == "replace_tags") {
            out.key("replaced").begin_object();
            write_tag_report(out, records::tag_report_of(set));
            out.end_object();
        }
        if (set.kind == "change_type" && !set.details.empty()) out.key("type_change").json(Json::parse(set.details));
        auto lines = records::history_in(session, id, records::Lines::All, before, limit + 1);
        bool more = static_cast<std::int64_t>(lines.size()) > limit;
        if (more) lines.pop_back();
        out.key("changes").begin_array();
        for (const auto& line : lines) {
            const metadata::Object* object = call.catalogue->find(line.record);
            auto name = name_of_record(call, session, line.record);
            if (!object || !name) continue;
            write_history_line(out, line, *object, visible, [&] { out.key("record").begin_object().member("object", object->name).member("id", line.record.text()).member("name", *name).end_object(); });
        }
        out.end_array();
        write_next(out, more, more ? lines.back().id : 0);
        out.end_object();
    });
    return response;
}

http::Response undo(Call& call) { return undo_change_set(call, change_set_id(call)); }

}  // namespace

std::vector<Route> change_set_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/change_sets", Door::LoggedIn, worker, list_change_sets, "listChangeSets", "What was done lately and can be undone, newest first"},
        {Get, "/change_sets/{id}", Door::LoggedIn, worker, get_change_set, "getChangeSet", "What one save, batch, import or merge changed"},
        {Post, "/change_sets/{id}/undo", Door::LoggedIn, worker, undo, "undoChangeSet", "Undo all of it, except where somebody changed something since; or only say what would happen"},
    };
}

}  // namespace rapport::api
