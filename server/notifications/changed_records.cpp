#include "notifications/changed_records.h"

#include <algorithm>

#include "base/json.h"

namespace rapport::notifications {
namespace {

bool sets_any(const records::Event& event, const std::vector<std::string>& fields) {
    if (event.operation == "create") return true;
    return event.operation == "update" && std::any_of(fields.begin(), fields.end(), [&](const std::string& field) { return std::find(event.fields.begin(), event.fields.end(), field) != event.fields.end(); });
}

}  // namespace

std::map<std::string_view, Events> by_object(const std::vector<records::Event>& events) {
    std::map<std::string_view, Events> out;
    for (const records::Event& event : events) out[event.object].push_back(&event);
    return out;
}

LastChanges last_changes(const Events& events, const std::vector<std::string>& fields) {
    LastChanges out;
    for (const records::Event* event : events)
        if (sets_any(*event, fields)) out[event->record] = event;
    return out;
}

std::string ids_of(const LastChanges& changes) {
    Json::Array ids;
    for (const auto& [record, event] : changes) ids.emplace_back(record.number());
    return Json(std::move(ids)).text();
}

}  // namespace rapport::notifications
