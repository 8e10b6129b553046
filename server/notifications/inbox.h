#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "jobs/job.h"
#include "notifications/notification.h"
#include "storage/database.h"

namespace rapport::notifications {

/// Tells people news, those who want to be told of it; in the transaction of what it follows from. What they know already
/// is not told again. Answers who has something new.
std::set<RecordId> tell(storage::Session& session, const std::vector<News>& news);

/// Tells somebody that work of theirs has come to its end, or was given up. Who cancelled it knows.
void tell_of_job(storage::Session& session, const jobs::Job& job);

/// What is shown as one: all that somebody was told of the same record, or of the same act. The newest first.
struct Group {
    std::string key;
    std::vector<Notification> notifications;

    bool is_read() const;
    const Notification& newest() const { return notifications.front(); }
};

struct Wanted {
    enum class Which { All, Unread, Snoozed };
    RecordId user;
    Which which = Which::All;
    std::string cursor;  // where the page before ended
    std::size_t limit = 30;
};
struct Page {
    std::vector<Group> groups;
    std::string next;  // empty: no more
};
/// The newest first. Throws Failure(Invalid, "invalid_cursor").
Page read_page(storage::Session& session, const Wanted& wanted, DateTime now);

struct Unread {
    std::int64_t groups = 0;
    DateTime next_at;  // when the next one comes back that is snoozed; 0: none
};
Unread count_unread(storage::Session& session, RecordId user, DateTime now);

/// Which of somebody's notifications: one, a group, or all that had happened until a moment.
struct Chosen {
    std::int64_t id = 0;
    std::string group;
    std::optional<DateTime> until;
};
// Each throws Failure(NotFound, "unknown_notification") for one or a group that is not theirs.
void mark(storage::Session& session, RecordId user, const Chosen& chosen, bool read, DateTime now);
/// It is unread when it comes back; 0 brings it back now.
void snooze(storage::Session& session, RecordId user, const Chosen& chosen, DateTime until);

/// The types that somebody does not want to be told of in the app.
std::set<Type> unwanted(storage::Session& session, RecordId user);
void set_wanted(storage::Session& session, RecordId user, Type type, bool wanted);

/// Forgets what is older than `before`, and of each person all but the newest `most`. Answers how many.
std::int64_t trim(storage::Database& database, DateTime before, std::int64_t most);

void create_tables(storage::Session& session);
/// When people are to be reminded next; one of the migrations.
void create_due_table(storage::Session& session);

}  // namespace rapport::notifications
