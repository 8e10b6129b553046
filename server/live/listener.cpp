#include "live/listener.h"

#include <algorithm>

#include "base/json_writer.h"
#include "security/rights.h"

namespace rapport::live {
namespace {

constexpr std::int64_t checked_every = 10 * DateTime::second;
/// More changed records of an object than a screen shows: it had better ask again.
constexpr std::size_t worth_telling_apart = 100;

std::string version_json(std::int64_t version) {
    std::string json;
    JsonWriter(json).begin_object().member("version", version).end_object();
    return json;
}

}  // namespace

bool Listener::check(DateTime now) {
    if (now.microseconds() - checked_.microseconds() < checked_every) return true;
    checked_ = now;
    if (who_()) return true;
    channel->close();
    return false;
}

void Listener::greet(const security::Sight::Sources& sources, const News& missed, Presence& presence) {
    auto actor = who_();
    if (!actor) return channel->close();
    security::Sight sight(sources, *actor);
    catalogue_version_ = missed.catalogue_version;
    EventText text;
    text.add("ready", version_json(catalogue_version_));
    if (!missed.is_whole) text.add("reload", "{}");
    add_changes(text, sight, missed);
    for (RecordId record : interest_.open) {
        if (!sight.sees(record)) continue;
        shown_.emplace(record, std::set<RecordId>());
        presence.open(record, user_);
    }
    channel->send(std::move(text).finish(missed.place));
}

void Listener::leave(Presence& presence) const {
    for (const auto& [record, people] : shown_) presence.close(record, user_);
}

void Listener::tell(const security::Sight::Sources& sources, const News& news) {
    bool new_catalogue = news.catalogue_version != catalogue_version_;
    bool concerned = std::any_of(news.events.begin(), news.events.end(), [&](const records::Event& event) { return interest_.wants(event.object, event.record); });
    if (!new_catalogue && !concerned && news.is_whole) return;
    auto actor = who_();
    if (!actor) return channel->close();
    security::Sight sight(sources, *actor);
    EventText text;
    if (new_catalogue) text.add("metadata", version_json(news.catalogue_version));
    catalogue_version_ = news.catalogue_version;
    if (!news.is_whole) text.add("reload", "{}");
    add_changes(text, sight, news);
    if (!text.empty()) channel->send(std::move(text).finish(news.place));
}

void Listener::add_changes(EventText& text, const security::Sight& sight, const News& news) {
    std::map<std::string_view, std::set<RecordId>> records;
    for (const records::Event& event : news.events)
        if (interest_.wants(event.object, event.record)) records[event.object].insert(event.record);
    std::set<std::string_view> in_bulk;
    for (const auto& [name, changed] : records) {
        if (changed.size() <= worth_telling_apart) continue;
        in_bulk.insert(name);
        const metadata::Object* object = sight.catalogue()->find(name);
        if (!object || !sight.sees_any(*object, changed)) continue;
        std::string json;
        JsonWriter(json).begin_object().member("object", name).member("change", "many").end_object();
        text.add("change", json);
    }
    std::map<RecordId, bool> seen;
    for (const records::Event& event : news.events) {
        if (in_bulk.contains(event.object) || !interest_.wants(event.object, event.record)) continue;
        auto [known, is_new] = seen.try_emplace(event.record, false);
        if (is_new) known->second = sight.sees(event.record);
        if (known->second) add_change(text, sight, event);
        else add_loss(text, event);
    }
}

void Listener::add_change(EventText& text, const security::Sight& sight, const records::Event& event) {
    const metadata::Object* object = sight.catalogue()->find(event.object);
    if (!object) return;
    gone_.erase(event.record);
    auto fields = sight.visible_fields(*object, event.fields);
    // That something was changed which the person may not see is not for them either.
    if (fields.empty() && !event.fields.empty()) return;
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("object", event.object).member("id", event.record.text()).member("change", event.operation);
    if (!fields.empty()) {
        out.key("fields").begin_array();
        for (const std::string& name : fields) out.string(name);
        out.end_array();
    }
    const metadata::Field* by = object->find_field("updated_by_id");
    if (event.actor && by && sight.actor().rights().may_read(*object, *by)) out.member("by", event.actor.text());
    out.member("at", event.happened_at.text()).end_object();
    text.add("change", json);
}

/// A record that stands on the screen, and that a change has taken out of the person's sight.
void Listener::add_loss(EventText& text, const records::Event& event) {
    if (!shown_.contains(event.record) || !gone_.insert(event.record).second) return;
    std::string json;
    JsonWriter(json).begin_object().member("object", event.object).member("id", event.record.text()).member("change", "gone").end_object();
    text.add("change", json);
}

void Listener::tell_jobs(const std::vector<jobs::Job>& changed, const std::string& place) {
    if (changed.empty() || !interest_.is_in_everything()) return;
    auto actor = who_();
    if (!actor) return channel->close();
    EventText text;
    for (const jobs::Job& job : changed) {
        if (job.user != user_ && !actor->rights().is_administrator()) continue;
        std::string json;
        JsonWriter out(json);
        out.begin_object().member("id", job.id).member("kind", job.kind).member("state", jobs::name_of(job.state));
        out.key("progress").begin_object().member("done", job.progress.done).member("total", job.progress.total).end_object().end_object();
        text.add("job", json);
    }
    if (!text.empty()) channel->send(std::move(text).finish(place));
}

void Listener::tell_notifications(std::int64_t unread, const std::string& place) {
    if (!interest_.is_in_everything()) return;
    if (!who_()) return channel->close();
    std::string json;
    JsonWriter(json).begin_object().member("unread", unread).end_object();
    EventText text;
    text.add("notifications", json);
    channel->send(std::move(text).finish(place));
}

void Listener::tell_presence(const security::Sight::Sources& sources, const News& news) {
    std::vector<std::pair<RecordId, std::set<RecordId>>> differing;
    for (auto& [record, shown] : shown_) {
        std::set<RecordId> others = news.presence.people(record);
        others.erase(user_);
        if (others != shown) differing.emplace_back(record, std::move(others));
    }
    if (differing.empty()) return;
    auto actor = who_();
    if (!actor) return channel->close();
    security::Sight sight(sources, *actor);
    EventText text;
    for (auto& [record, others] : differing) {
        if (!sight.sees(record)) continue;
        std::string json;
        JsonWriter out(json);
        out.begin_object().member("object", sight.catalogue()->find(record)->name).member("id", record.text()).key("people").begin_array();
        for (RecordId other : others) {
            auto person = news.directory.find(other);
            if (person && sight.sees(other)) out.begin_object().member("id", other.text()).member("name", person->name).end_object();
        }
        out.end_array().end_object();
        text.add("presence", json);
        shown_[record] = std::move(others);
    }
    if (!text.empty()) channel->send(std::move(text).finish(news.place));
}

}  // namespace rapport::live
