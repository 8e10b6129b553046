#include "live/feed.h"

#include <algorithm>

#include "base/log.h"
#include "notifications/inbox.h"

namespace rapport::live {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds interval{250};
/// What comes in close succession is told together.
constexpr std::chrono::milliseconds pause{30};
constexpr std::int64_t place_told_every = 15 * DateTime::second;
/// More than anybody can be told in one go: then everybody is told to ask again.
constexpr std::size_t most_events = 20'000;
constexpr std::size_t kept_statements = 5'000;

const std::vector<records::Event> no_events;

/// What goes wrong with one screen is not for the others: it comes back and hears then what it missed.
void carefully(Listener& listener, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        log::warning("A screen cannot be told what has changed: {}", error.what());
        listener.channel->close();
    }
}

}  // namespace

Feed::Feed(storage::Database& database, metadata::Registry& registry, const security::Directory& directory)
    : sources_{database, registry, statements_}, directory_(directory), statements_(kept_statements), presence_(database) {}

std::shared_ptr<http::Channel> Feed::listen(RecordId user, Who who, Interest interest, std::string_view last_place) {
    std::optional<records::OutboxPlace> since;
    // A place that cannot be read is as good as one that lies too far back.
    if (!last_place.empty()) since = open_place(last_place, sources_.database.dialect().name()).value_or(records::OutboxPlace());
    auto listener = std::make_unique<Listener>(user, std::move(who), std::move(interest), std::move(since));
    auto channel = listener->channel;
    std::lock_guard lock(mutex_);
    if (streams_[user] >= most_streams_of_one)
        throw Failure(FailureKind::TooMany, "too_many_streams", "You listen " + std::to_string(most_streams_of_one) + " times already: close some of these screens or programs.");
    ++streams_[user];
    joining_.push_back(std::move(listener));
    woken_ = true;
    changed_.notify_all();
    return channel;
}

void Feed::wake() {
    std::lock_guard lock(mutex_);
    woken_ = true;
    changed_.notify_all();
}

void Feed::look(DateTime now) {
    drop_gone(now);
    auto joining = take_joining();
    if (joining.empty() && listeners_.empty()) {
        place_.reset();
        jobs_.rest();
        presence_.exchange(now);
        return;
    }
    try {
        read_news(joining);
    } catch (...) {
        // They are told what they missed as soon as it can be read.
        std::lock_guard lock(mutex_);
        for (Joining& one : joining) joining_.push_back(std::move(one.listener));
        throw;
    }
    tell(joining, now);
    tell_jobs();
    tell_notifications(now);
    exchange_presence(now);
}

std::vector<Feed::Joining> Feed::take_joining() {
    std::vector<Joining> out;
    std::lock_guard lock(mutex_);
    woken_ = false;
    for (auto& listener : joining_) out.push_back({std::move(listener), std::vector<records::Event>()});
    joining_.clear();
    return out;
}

void Feed::drop_gone(DateTime now) {
    std::erase_if(listeners_, [&](const std::unique_ptr<Listener>& listener) {
        if (listener->channel->is_open() && listener->check(now)) return false;
        listener->leave(presence_);
        std::lock_guard lock(mutex_);
        if (--streams_[listener->user()] == 0) streams_.erase(listener->user());
        return true;
    });
}

/// All in one look, so that those who join miss nothing between what they are told now and what comes next.
void Feed::read_news(std::vector<Joining>& joining) {
    std::optional<records::OutboxPlace> end;
    std::optional<std::vector<records::Event>> events;
    sources_.database.read([&](storage::Session& session) {
        end = records::end_of_outbox(session);
        events.emplace();
        if (place_) events = records::read_outbox(session, *place_, most_events);
        for (Joining& one : joining) {
            const auto& since = one.listener->since();
            if (!since) continue;
            one.missed.reset();
            if (records::outbox_reaches_back(session, *since)) one.missed = records::read_outbox(session, *since, most_events);
        }
    });
    place_ = std::move(end);
    events_ = std::move(events);
    // Anew each time: that two are alike would tell that nothing happened between them.
    sealed_place_ = seal_place(*place_, sources_.database.dialect().name());
}

Listener::News Feed::news(const std::vector<records::Event>& events, bool is_whole) const {
    return {events, is_whole, sources_.registry.current()->version(), sealed_place_, presence_, directory_};
}

void Feed::tell(std::vector<Joining>& joining, DateTime now) {
    bool is_time_for_place = now.microseconds() - place_told_.microseconds() > place_told_every;
    if (is_time_for_place) place_told_ = now;
    Listener::News latest = news(events_ ? *events_ : no_events, events_.has_value());
    for (auto& listener : listeners_) {
        carefully(*listener, [&] { listener->tell(sources_, latest); });
        if (is_time_for_place) listener->tell_place(sealed_place_);
    }
    for (Joining& one : joining) {
        Listener::News missed = news(one.missed ? *one.missed : no_events, one.missed.has_value());
        carefully(*one.listener, [&] { one.listener->greet(sources_, missed, presence_); });
        listeners_.push_back(std::move(one.listener));
    }
}

void Feed::tell_jobs() {
    const auto changed = jobs_.look(sources_.database);
    for (auto& listener : listeners_) carefully(*listener, [&] { listener->tell_jobs(changed, sealed_place_); });
}

void Feed::tell_notifications(DateTime now) {
    std::set<RecordId> people;
    for (const auto& listener : listeners_) people.insert(listener->user());
    const auto changed = notifications_.look(sources_.database, people);
    std::map<RecordId, std::int64_t> unread;
    for (RecordId person : changed)
        unread[person] = sources_.database.read([&](storage::Session& session) { return notifications::count_unread(session, person, now).groups; });
    for (auto& listener : listeners_)
        if (auto found = unread.find(listener->user()); found != unread.end()) carefully(*listener, [&] { listener->tell_notifications(found->second, sealed_place_); });
}

void Feed::exchange_presence(DateTime now) {
    if (!presence_.exchange(now)) return;
    Listener::News latest = news(no_events, true);
    for (auto& listener : listeners_) carefully(*listener, [&] { listener->tell_presence(sources_, latest); });
}

void Feed::run(const std::stop_token& stop) {
    bool reachable = true;
    while (!stop.stop_requested()) {
        auto begin = Clock::now();
        try {
            look();
            reachable = true;
        } catch (const std::exception& error) {
            // Said once, not four times a second.
            if (reachable) log::warning("What has changed cannot be read: {}", error.what());
            reachable = false;
        }
        // However much happens, most of the time is for those who make it happen.
        auto least = std::max<Clock::duration>(pause, 2 * (Clock::now() - begin));
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, least, [] { return false; });
        changed_.wait_for(lock, stop, interval, [&] { return woken_; });
    }
    try {
        presence_.leave();
    } catch (const Failure& failure) {
        log::warning("Records that were open here are shown as open for another minute: {}", failure.what());
    }
}

}  // namespace rapport::live
