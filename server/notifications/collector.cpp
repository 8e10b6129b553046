#include "notifications/collector.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "base/log.h"
#include "metadata/current_tables.h"
#include "notifications/inbox.h"
#include "notifications/occurrences.h"
#include "security/sight.h"

namespace rapport::notifications {
namespace {

using Clock = std::chrono::steady_clock;

/// For what other processes do; what is done here wakes.
constexpr std::chrono::milliseconds interval{3000};
/// What comes in close succession is told together.
constexpr std::chrono::milliseconds pause{100};
/// How much is looked at again after a restart, at most, though there was nothing in it to tell.
constexpr std::int64_t kept_every = 60 * DateTime::second;
constexpr std::size_t events_at_once = 5000;
constexpr std::size_t kept_statements = 2000;
/// Of more than this, whether some of them are seen is as good as which.
constexpr std::size_t asked_apart = 50;
constexpr storage::ReadLimit patience{std::chrono::minutes(10)};

constexpr std::string_view place_name = "outbox";

}  // namespace

Collector::Collector(storage::Database& database, metadata::Registry& registry, security::Directory& directory)
    : database_(database), registry_(registry), directory_(directory), statements_(kept_statements) {}

void Collector::wake() {
    std::lock_guard lock(mutex_);
    woken_ = true;
    changed_.notify_all();
}

bool Collector::look(DateTime now) {
    bool told = false;
    while (true) {
        // What another node has shared is seen by the rights that it gave.
        directory_.refresh();
        Found found = find(now);
        keep_those_who_see(found.news);
        for (std::vector<News>* news : found.reminders.news()) keep_those_who_see(*news);
        const bool is_first = kept_.empty();
        const bool is_due = found.has_moved && now.microseconds() - kept_at_.microseconds() > kept_every;
        if (found.news.empty() && found.reminders.empty() && !is_first && !is_due) {
            place_ = std::move(found.end);
            return told;
        }
        if (!keep(found)) continue;
        kept_at_ = now;
        told = told || !found.news.empty() || !found.reminders.news().empty();
        if (!found.reminders.has_more()) return told;
    }
}

/// The place that was kept, unless this node is further; answers whether there is a way on from there.
bool Collector::take_place(storage::Session& session) {
    auto kept = session.value("SELECT place FROM notification_place WHERE name = ?1", {place_name});
    if (!kept) {
        kept_.clear();
        return false;
    }
    if (kept->text() != kept_) {
        kept_ = kept->text();
        place_ = records::read_place(kept_);
    }
    // An outbox that was empty has nothing by which it could be known again.
    return place_.newest == 0 || records::outbox_reaches_back(session, place_);
}

Collector::Found Collector::find(DateTime now) {
    return metadata::on_current_tables(registry_, registry_.current(), [&](const metadata::CataloguePointer& catalogue) {
        return database_.read(
            [&](storage::Session& session) {
                const bool goes_on = take_place(session);
                Found found{records::end_of_outbox(session)};
                found.has_moved = found.end.newest != place_.newest || !goes_on;
                if (!goes_on || !are_reminders_kept(session)) found.reminders.add_all(session, now);
                if (!goes_on) return found;
                Occurrences occurrences(session, *catalogue, directory_);
                for (std::int64_t last = 0;;) {
                    const auto events = records::read_outbox_page(session, place_, last, events_at_once);
                    occurrences.add(events);
                    found.reminders.add_set(session, events, now);
                    if (events.size() < events_at_once) break;
                    last = events.back().id;
                }
                found.news = std::move(occurrences).take();
                found.reminders.add_due(session, directory_, now);
                return found;
            },
            patience);
    });
}

/// Nobody is told of what they may not see.
void Collector::keep_those_who_see(std::vector<News>& news) {
    const security::Sight::Sources sources{database_, registry_, statements_};
    std::erase_if(news, [&](News& one) {
        const auto actor = directory_.actor(one.user);
        const security::Sight sight(sources, actor);
        if (one.records.size() <= asked_apart) {
            std::erase_if(one.records, [&](RecordId record) { return !sight.sees(record); });
            return one.records.empty();
        }
        const metadata::Object* object = sight.catalogue()->find(one.object);
        return !object || !sight.sees_any(*object, {one.records.begin(), one.records.end()});
    });
}

bool Collector::keep(const Found& found) {
    const std::string text = records::place_text(found.end);
    const bool kept = database_.write([&](storage::Session& session) {
        const auto now_is = session.value("SELECT place FROM notification_place WHERE name = ?1", {place_name});
        if ((now_is ? now_is->text() : std::string()) != kept_) return false;
        tell(session, found.news);
        tell(session, found.reminders.keep(session));
        session.execute("INSERT INTO notification_place (name, place) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET place = excluded.place", {place_name, text});
        return true;
    });
    if (kept) {
        kept_ = text;
        place_ = found.end;
    }
    return kept;
}

void Collector::run(const std::stop_token& stop, const std::function<void()>& told) {
    bool reachable = true;
    while (!stop.stop_requested()) {
        const auto begin = Clock::now();
        {
            std::lock_guard lock(mutex_);
            woken_ = false;
        }
        try {
            if (look()) told();
            reachable = true;
        } catch (const std::exception& error) {
            if (reachable) log::warning("What people are to be told cannot be read: {}", error.what());
            reachable = false;
        }
        // However much happens, most of the time is for those who make it happen.
        const auto least = std::max<Clock::duration>(pause, 3 * (Clock::now() - begin));
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, least, [] { return false; });
        changed_.wait_for(lock, stop, interval, [&] { return woken_; });
    }
}

}  // namespace rapport::notifications
