#include "api/record_name.h"
#include "api/route.h"
#include "notifications/inbox.h"

namespace rapport::api {
namespace {

using notifications::Chosen;
using notifications::Group;
using notifications::Notification;

void write_moment(JsonWriter& out, std::string_view key, DateTime moment) {
    out.key(key);
    if (moment.microseconds() == 0) out.null();
    else out.string(moment.text());
}

/// Of what somebody is reminded: when it is, as far as they may know now.
void write_times(JsonWriter& out, Call& call, storage::Session& session, const Notification& one) {
    const metadata::Object* object = call.catalogue->find(one.object);
    if (!object || !name_of_record(call, session, one.records.front())) return;
    for (const auto& [name, value] : one.details.members()) {
        const metadata::Field* field = object->find_field(name);
        if (field && call.actor().rights().may_read(*object, *field)) out.member(name, value);
    }
}

/// The records' own names, if any, are told beside the group: by the rights of now.
void write_notification(JsonWriter& out, Call& call, storage::Session& session, const Notification& one) {
    out.begin_object().member("id", one.id).member("type", notifications::name_of(one.type)).member("at", one.at.text()).member("read", one.is_read).member("count", one.count).key("actor");
    write_named_record(out, call, session, one.actor);
    if (one.type == notifications::Type::Shared) out.member("by", one.details["by"].string());
    if (one.type == notifications::Type::TaskDue || one.type == notifications::Type::EventStarts) write_times(out, call, session, one);
    if (one.type == notifications::Type::Job) {
        const std::string& kind = one.details["kind"].string();
        out.key("job").begin_object().member("id", one.details["job"].integer()).member("kind", kind).member("label", call.services.jobs.label_of(kind)).member("state", one.details["state"].string()).member("run", one.details["run"]).end_object();
    }
    out.end_object();
}

/// What a group is about: one record, or several of one object.
void write_subject(JsonWriter& out, Call& call, storage::Session& session, const Notification& one) {
    out.key("record");
    if (one.count == 1) write_named_record(out, call, session, one.records.front());
    else out.null();
    const metadata::Object* object = one.count > 0 ? call.catalogue->find(one.object) : nullptr;
    out.key("object");
    if (object && call.actor().rights().may(security::ObjectRight::Read, *object)) out.string(object->name);
    else out.null();
    out.key("records").begin_array();
    if (one.count > 1)
        for (RecordId record : one.records) out.string(record.text());
    out.end_array();
}

void write_group(JsonWriter& out, Call& call, storage::Session& session, const Group& group) {
    const Notification& newest = group.newest();
    out.begin_object().member("key", group.key).member("read", group.is_read()).member("at", newest.at.text());
    const bool is_snoozed = newest.snoozed_until > DateTime::now();
    write_moment(out, "snoozed_until", is_snoozed ? newest.snoozed_until : DateTime());
    write_subject(out, call, session, newest);
    out.key("notifications").begin_array();
    for (const Notification& one : group.notifications) write_notification(out, call, session, one);
    out.end_array().end_object();
}

void write_unread(JsonWriter& out, const notifications::Unread& unread) {
    out.member("unread", unread.groups);
    write_moment(out, "next_at", unread.next_at);
}

notifications::Wanted::Which read_which(const std::string& name) {
    using Which = notifications::Wanted::Which;
    if (name.empty() || name == "all") return Which::All;
    if (name == "unread") return Which::Unread;
    if (name == "snoozed") return Which::Snoozed;
    throw Failure(FailureKind::Invalid, "out_of_range", "show is all, unread or snoozed.", {{"show", "out_of_range", "all, unread or snoozed."}});
}

http::Response list(Call& call) {
    constexpr std::int64_t fallback = 30, most = 100;
    notifications::Wanted wanted{call.actor().user(), read_which(call.text("show")), call.text("cursor"), static_cast<std::size_t>(call.number("limit", fallback, 1, most))};
    auto response = http::Response::json(200, "");
    const DateTime now = DateTime::now();
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        const auto page = notifications::read_page(session, wanted, now);
        out.begin_object().key("groups").begin_array();
        for (const Group& group : page.groups) write_group(out, call, session, group);
        out.end_array().key("next");
        if (page.next.empty()) out.null();
        else out.string(page.next);
        write_unread(out, notifications::count_unread(session, wanted.user, now));
        out.end_object();
    });
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response count(Call& call) {
    auto response = http::Response::json(200, "");
    const auto unread = call.services.database.read([&](storage::Session& session) { return notifications::count_unread(session, call.actor().user(), DateTime::now()); });
    JsonWriter out(response.body);
    out.begin_object();
    write_unread(out, unread);
    out.end_object();
    response.set("Cache-Control", "no-store");
    return response;
}

/// {"id": 12}, {"group": "…"} or {"until": "…"}: one, what is shown with it, or all that had happened until then.
Chosen read_chosen(const Json& body) {
    Chosen chosen;
    chosen.id = body.integer_or("id", 0);
    chosen.group = body.string_or("group", "");
    if (chosen.id == 0 && chosen.group.empty()) {
        if (!body.has("until")) throw invalid_field({"group", "required", "Say which: id, group or until."});
        chosen.until = value_or_throw(DateTime::parse(body["until"].string()));
    }
    return chosen;
}

http::Response mark(Call& call) {
    const Json body = call.body();
    const Chosen chosen = read_chosen(body);
    call.services.database.write([&](storage::Session& session) { notifications::mark(session, call.actor().user(), chosen, body.boolean_or("read", true), DateTime::now()); });
    call.services.feed.wake();
    return no_content();
}

http::Response snooze(Call& call) {
    const Json body = call.body();
    Chosen chosen;
    chosen.id = body.integer_or("id", 0);
    chosen.group = body.string_or("group", "");
    if (chosen.id == 0 && chosen.group.empty()) throw invalid_field({"group", "required", "Say which: id or group."});
    DateTime until;
    if (!body["until"].is_null()) {
        until = value_or_throw(DateTime::parse(body["until"].string()));
        constexpr std::int64_t longest = 366 * DateTime::day;
        const std::int64_t now = DateTime::now().microseconds();
        if (until.microseconds() <= now || until.microseconds() > now + longest) throw invalid_field({"until", "out_of_range", "Choose a moment within the next year."});
    }
    call.services.database.write([&](storage::Session& session) { notifications::snooze(session, call.actor().user(), chosen, until); });
    call.services.feed.wake();
    return no_content();
}

http::Response settings_response(Call& call, storage::Session& session) {
    auto response = http::Response::json(200, "");
    const auto unwanted = notifications::unwanted(session, call.actor().user());
    JsonWriter out(response.body);
    out.begin_object().key("types").begin_array();
    for (notifications::Type type : notifications::all_types)
        out.begin_object().member("type", notifications::name_of(type)).key("channels").begin_object().member("app", !unwanted.contains(type)).end_object().end_object();
    out.end_array().end_object();
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response get_settings(Call& call) {
    return call.services.database.read([&](storage::Session& session) { return settings_response(call, session); });
}

/// {"assigned": {"app": false}}
http::Response change_settings(Call& call) {
    const Json body = call.body();
    return call.services.database.write([&](storage::Session& session) {
        for (const auto& [name, channels] : body.members()) {
            const notifications::Type type = notifications::type_of(name);
            for (const auto& [channel, wanted] : channels.members()) {
                if (channel != "app") throw invalid_field({name, "unknown_channel", "People are told in the app."});
                notifications::set_wanted(session, call.actor().user(), type, wanted.boolean());
            }
        }
        return settings_response(call, session);
    });
}

}  // namespace

std::vector<Route> notification_routes() {
    using enum http::Method;
    constexpr auto logged_in = Door::LoggedIn;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/notifications", logged_in, worker, list, "listNotifications", "What you were told, the newest first; what concerns the same record, or the same act, is one group"},
        {Get, "/notifications/unread", logged_in, worker, count, "countUnreadNotifications", "How many groups you have not read, and when the next one comes back that you put off"},
        {Post, "/notifications/read", logged_in, worker, mark, "markNotifications", "Mark one (id), a group, or all that had happened until a moment as read, or with read: false as unread"},
        {Post, "/notifications/snooze", logged_in, worker, snooze, "snoozeNotifications", "Put one (id) or a group off until a moment; without one it comes back now"},
        {Get, "/notifications/settings", logged_in, worker, get_settings, "getNotificationSettings", "What you are told of"},
        {Patch, "/notifications/settings", logged_in, worker, change_settings, "changeNotificationSettings", "Choose what you are told of: {\"assigned\": {\"app\": false}}"},
    };
}

}  // namespace rapport::api
