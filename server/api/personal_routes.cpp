#include <charconv>

#include "api/route.h"
#include "personal/list_views.h"
#include "personal/places.h"

namespace rapport::api {
namespace {

personal::Asker asker_of(const Call& call) { return {call.actor(), call.services.directory.teams_of(call.actor().user())}; }

/// As the catalogue writes a list view, with whose it is. Its number is its name: those of the catalogue begin with a letter.
void write_view(JsonWriter& out, const personal::ListView& view) {
    out.begin_object().member("name", std::to_string(view.id)).member("object", view.object).member("owner_id", view.owner.text()).key("team_id");
    if (view.team) out.string(view.team.text());
    else out.null();
    out.member("locked", view.locked).member("label", view.shown["label"]).member("kind", view.shown.string_or("kind", "table")).member("columns", view.shown["columns"]);
    out.member("filter", view.shown["filter"]).member("sort", view.shown["sort"]);
    if (view.shown.has("group_by")) out.member("group_by", view.shown["group_by"]);
    out.end_object();
}

http::Response view_response(const personal::ListView& view, int status) {
    auto response = http::Response::json(status, "");
    JsonWriter out(response.body);
    write_view(out, view);
    return response;
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const std::string& text : texts) out.string(text);
    out.end_array();
}

/// What the one who asks has arranged, in one answer: every screen needs it.
http::Response get_personal(Call& call) {
    const RecordId user = call.actor().user();
    const personal::Asker asker = asker_of(call);
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("list_views").begin_array();
        for (const auto& view : personal::list_views(session, asker)) write_view(out, view);
        out.end_array().key("list_view_orders").begin_object();
        for (const auto& [object, names] : personal::list_view_orders(session, user)) write_texts(out, object, names);
        out.end_object().key("teams").begin_array();
        for (std::int64_t team : asker.teams) out.string(RecordId(team).text());
        out.end_array();
        write_texts(out, "favourites", personal::favourites(session, user));
        out.key("recent").begin_array();
        for (RecordId record : personal::recent_records(session, user)) out.string(record.text());
        out.end_array().key("pipelines").begin_object();
        for (const auto& [object, pipeline] : personal::shown_pipelines(session, user)) out.member(object, pipeline.text());
        const personal::ObjectArrangement objects = personal::object_arrangement(session, user);
        out.end_object().key("objects").begin_object();
        write_texts(out, "order", objects.order);
        write_texts(out, "hidden", objects.hidden);
        out.end_object().end_object();
    });
    response.set("Cache-Control", "no-store");
    return response;
}

/// What is no number names no view.
std::int64_t view_number(const Call& call) {
    const std::string& text = call.path("id");
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

http::Response add_view(Call& call) {
    const Json settings = call.body();
    return view_response(call.services.database.write([&](storage::Session& session) { return personal::add_list_view(session, asker_of(call), call.catalogue, settings); }), 201);
}

http::Response change_view(Call& call) {
    const Json settings = call.body();
    return view_response(call.services.database.write([&](storage::Session& session) { return personal::change_list_view(session, asker_of(call), call.catalogue, view_number(call), settings); }), 200);
}

http::Response remove_view(Call& call) {
    call.services.database.write([&](storage::Session& session) { personal::remove_list_view(session, asker_of(call), view_number(call)); });
    return no_content();
}

http::Response order_views(Call& call) {
    const metadata::Object& object = call.object();
    const Json names = call.body()["names"];
    call.services.database.write([&](storage::Session& session) { personal::set_list_view_order(session, call.actor().user(), object, names); });
    return no_content();
}

http::Response put_favourite(Call& call) {
    const Json body = call.body();
    std::optional<std::size_t> position;
    if (!body["position"].is_null()) position = static_cast<std::size_t>(std::max<std::int64_t>(0, body["position"].integer()));
    call.services.database.write([&](storage::Session& session) { personal::put_favourite(session, call.actor().user(), body.string_or("place", ""), position); });
    return no_content();
}

http::Response remove_favourite(Call& call) {
    const std::string place = call.text("place");
    call.services.database.write([&](storage::Session& session) { personal::remove_favourite(session, call.actor().user(), place); });
    return no_content();
}

http::Response note_opened(Call& call) {
    const RecordId record = value_or_throw(RecordId::parse(call.body().string_or("record", "")));
    call.services.database.write([&](storage::Session& session) { personal::note_opened(session, call.actor().user(), record); });
    return no_content();
}

http::Response note_pipeline(Call& call) {
    const metadata::Object& object = call.object();
    const RecordId pipeline = value_or_throw(RecordId::parse(call.body().string_or("pipeline_id", "")));
    call.services.database.write([&](storage::Session& session) { personal::note_pipeline(session, call.actor().user(), object.name, pipeline); });
    return no_content();
}

http::Response arrange_objects(Call& call) {
    const Json arrangement = call.body();
    call.services.database.write([&](storage::Session& session) { personal::arrange_objects(session, call.actor().user(), arrangement); });
    return no_content();
}

}  // namespace

std::vector<Route> personal_routes() {
    using enum http::Method;
    constexpr auto logged_in = Door::LoggedIn;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/personal", logged_in, worker, get_personal, "getPersonal", "Your list views, those of your teams, your favourites, what you opened last, the pipelines that your boards begin with, and the order of your navigation"},
        {Post, "/personal/list_views", logged_in, worker, add_view, "createPersonalListView", "Make a list view for yourself or for a team of yours"},
        {Patch, "/personal/list_views/{id}", logged_in, worker, change_view, "updatePersonalListView", "Change a list view that is yours or your team's"},
        {Delete, "/personal/list_views/{id}", logged_in, worker, remove_view, "deletePersonalListView", "Delete a list view of yours"},
        {Put, "/personal/list_view_orders/{object}", logged_in, worker, order_views, "orderListViews", "The order in which you want an object's list views; the first one opens by itself"},
        {Post, "/personal/favourites", logged_in, worker, put_favourite, "putFavourite", "Put a star on a record or a view, or move it among the others"},
        {Delete, "/personal/favourites", logged_in, worker, remove_favourite, "deleteFavourite", "Take a star away"},
        {Post, "/personal/recent", logged_in, worker, note_opened, "noteOpened", "Say that you have opened a record"},
        {Put, "/personal/pipelines/{object}", logged_in, worker, note_pipeline, "notePipeline", "Say which pipeline your board of an object showed last; it begins with that one"},
        {Put, "/personal/objects", logged_in, worker, arrange_objects, "arrangeObjects", "The order of the objects in your navigation, and which of them stand aside"},
    };
}

}  // namespace rapport::api
