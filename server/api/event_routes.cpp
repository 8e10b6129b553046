#include "api/authentication.h"
#include "api/route.h"
#include "base/text.h"
#include "live/feed.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::size_t most_records = 500;
constexpr std::size_t most_open = 20;

std::set<std::string, std::less<>> read_objects(const Call& call) {
    std::set<std::string, std::less<>> out;
    std::string named = call.text("objects");
    for (std::string_view part : text::split(named, ',')) {
        std::string_view name = text::trim(part);
        if (name.empty()) continue;
        const metadata::Object* object = call.catalogue->find(name);
        if (!object || !call.actor().rights().may(security::ObjectRight::Read, *object))
            throw Failure(FailureKind::Invalid, "unknown_object", "objects names " + text::quoted(name) + ", which is none that you may see.",
                          {{"objects", "unknown_object", "Names of objects, separated by commas."}});
        out.insert(object->name);
    }
    return out;
}

std::set<RecordId> read_records(const Call& call, std::string_view parameter, std::size_t most) {
    std::set<RecordId> out;
    std::string named = call.text(parameter);
    for (std::string_view part : text::split(named, ','))
        if (std::string_view id = text::trim(part); !id.empty()) out.insert(value_or_throw(RecordId::parse(id)));
    if (out.size() > most)
        throw Failure(FailureKind::Invalid, "out_of_range", std::string(parameter) + " names at most " + std::to_string(most) + " records.",
                      {{std::string(parameter), "out_of_range", "Leave it out to hear of all that you may see."}});
    return out;
}

/// A browser sends the place as a header when it comes back by itself; a program that opens a new stream says it here.
std::string last_place(const Call& call) {
    std::string_view header = call.request.header("Last-Event-ID");
    return header.empty() ? call.text("last_event_id") : std::string(header);
}

http::Response listen(Call& call) {
    live::Interest interest{read_objects(call), read_records(call, "records", most_records), read_records(call, "open", most_open)};
    http::Response response;
    response.channel = call.services.feed.listen(call.actor().user(), authenticate_later(call.services, call.request), std::move(interest), last_place(call));
    response.set("Content-Type", "text/event-stream");
    response.set("Cache-Control", "no-store");
    response.set("X-Accel-Buffering", "no");  // nginx would keep events until it has a buffer full of them
    return response;
}

}  // namespace

std::vector<Route> event_routes() {
    return {{http::Method::Get, "/events", Door::LoggedIn, http::Where::Worker, listen, "listenToEvents", "What changes, as it happens (server-sent events)"}};
}

}  // namespace rapport::api
