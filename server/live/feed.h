#pragma once

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>

#include "jobs/watch.h"
#include "live/listener.h"
#include "notifications/watch.h"

namespace rapport::live {

/// Tells screens what has changed. One thread reads the outbox for all of them, asks for each what it may see, and leaves
/// the sending to the sockets' own threads.
class Feed {
public:
    static constexpr std::size_t most_streams_of_one = 50;

    Feed(storage::Database& database, metadata::Registry& registry, const security::Directory& directory);

    /// A channel that hears of what happens from now on, or since the place that the client heard of last.
    /// Throws Failure(TooMany, "too_many_streams").
    std::shared_ptr<http::Channel> listen(RecordId user, Who who, Interest interest, std::string_view last_place);

    /// Something was committed here: look at once.
    void wake();
    /// Looks at what has happened and tells it.
    void look(DateTime now = DateTime::now());
    /// Looks four times a second and when it is woken, until it is stopped.
    void run(const std::stop_token& stop);

private:
    struct Joining {
        std::unique_ptr<Listener> listener;
        std::optional<std::vector<records::Event>> missed;
    };
    /// Those who have come since, in the order in which they came.
    std::vector<Joining> take_joining();
    void drop_gone(DateTime now);
    void read_news(std::vector<Joining>& joining);
    void tell(std::vector<Joining>& joining, DateTime now);
    void tell_jobs();
    void tell_notifications(DateTime now);
    void exchange_presence(DateTime now);
    Listener::News news(const std::vector<records::Event>& events, bool is_whole) const;

    const security::Sight::Sources sources_;
    const security::Directory& directory_;
    security::Statements statements_;
    Presence presence_;
    jobs::Watch jobs_;
    notifications::Watch notifications_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool woken_ = false;
    std::vector<std::unique_ptr<Listener>> joining_;
    std::map<RecordId, std::size_t> streams_;  // by user, joining or joined

    // Of the thread that looks.
    std::list<std::unique_ptr<Listener>> listeners_;
    std::optional<records::OutboxPlace> place_;
    std::string sealed_place_;
    std::optional<std::vector<records::Event>> events_;
    DateTime place_told_;
};

}  // namespace rapport::live
