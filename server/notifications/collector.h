#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "metadata/registry.h"
#include "notifications/notification.h"
#include "notifications/reminders.h"
#include "records/outbox.h"
#include "security/directory.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::notifications {

/// Reads what was committed and what the clock says, and tells people what concerns them; beside those who write, who do not
/// wait for it. Every node has one. How far they are stands in the database, and is changed together with what people are told: so nobody is told
/// anything twice, or not at all, whichever node comes first.
class Collector {
public:
    Collector(storage::Database& database, metadata::Registry& registry, security::Directory& directory);

    /// Something was committed here: look soon.
    void wake();
    /// Looks at what was committed since and at whose time has come, and tells it. Answers whether there was something to tell.
    bool look(DateTime now = DateTime::now());
    /// Looks when it is woken, and every few seconds for what other processes do, until it is stopped. `told` is called when
    /// people have something new.
    void run(const std::stop_token& stop, const std::function<void()>& told);

private:
    struct Found {
        records::OutboxPlace end;
        bool has_moved = false;
        std::vector<News> news;
        Reminders reminders;
    };
    Found find(DateTime now);
    bool take_place(storage::Session& session);
    void keep_those_who_see(std::vector<News>& news);
    /// Answers whether it was this one that did; another node may have been faster.
    bool keep(const Found& found);

    storage::Database& database_;
    metadata::Registry& registry_;
    security::Directory& directory_;
    security::Statements statements_;

    // Of the thread that looks.
    std::string kept_;            // the place, as it was in the database
    records::OutboxPlace place_;  // up to where there was nothing else to tell
    DateTime kept_at_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool woken_ = false;
};

}  // namespace rapport::notifications
