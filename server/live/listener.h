#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/channel.h"
#include "jobs/job.h"
#include "live/event_text.h"
#include "live/interest.h"
#include "live/presence.h"
#include "security/directory.h"
#include "security/sight.h"

namespace rapport::live {

/// Answers who is at the other end, with the rights that they have now; nobody when they are not logged in any more.
using Who = std::function<std::optional<security::Actor>()>;

/// One screen that hears of changes. Used by the feed's thread.
class Listener {
public:
    Listener(RecordId user, Who who, Interest interest, std::optional<records::OutboxPlace> since)
        : channel(std::make_shared<http::Channel>()), user_(user), who_(std::move(who)), interest_(std::move(interest)), since_(std::move(since)) {}

    const std::shared_ptr<http::Channel> channel;

    /// What the feed has to tell in one go.
    struct News {
        const std::vector<records::Event>& events;
        bool is_whole = true;           // false when there was more than anybody can be told
        std::int64_t catalogue_version = 0;
        const std::string& place;       // sealed: where all this ends
        const Presence& presence;
        const security::Directory& directory;
    };

    RecordId user() const { return user_; }
    /// Where the client heard of changes last, if it has said so.
    const std::optional<records::OutboxPlace>& since() const { return since_; }

    /// Ends the channel when nobody is logged in any more. Answers whether it goes on.
    bool check(DateTime now);
    /// The first words, after which tell() goes on. `missed`: what happened since the client heard of changes last.
    void greet(const security::Sight::Sources& sources, const News& missed, Presence& presence);
    /// Tells what this person may know of it.
    void tell(const security::Sight::Sources& sources, const News& news);
    /// Tells of jobs: of this person's own, or of all of them to administrators.
    void tell_jobs(const std::vector<jobs::Job>& changed, const std::string& place);
    /// Tells how much there is that this person has not read.
    void tell_notifications(std::int64_t unread, const std::string& place);
    /// Tells who else has the open records open, where that differs from what was told last.
    void tell_presence(const security::Sight::Sources& sources, const News& news);
    /// The place alone, so that the client does not fall behind while nothing happens that concerns it.
    void tell_place(const std::string& place) { channel->send(EventText().finish(place)); }
    /// The screen has gone.
    void leave(Presence& presence) const;

private:
    using Events = std::vector<const records::Event*>;
    void add_changes(EventText& text, const security::Sight& sight, const News& news);
    void add_change(EventText& text, const security::Sight& sight, const records::Event& event);
    void add_loss(EventText& text, const records::Event& event);

    RecordId user_;
    Who who_;
    Interest interest_;
    std::optional<records::OutboxPlace> since_;
    DateTime checked_;
    std::int64_t catalogue_version_ = 0;
    std::map<RecordId, std::set<RecordId>> shown_;  // open records that the person may see, and who else was told to have them open
    std::set<RecordId> gone_;  // of these, those that a change has taken out of sight
};

}  // namespace rapport::live
