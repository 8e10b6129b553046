#include "notifications/inbox.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/failure.h"
#include "base/text.h"
#include "notifications/rows.h"

namespace rapport::notifications {
namespace {

/// Of one person: more than anybody reads, and house-keeping leaves fewer.
constexpr std::int64_t most_read = 2000;

std::vector<Notification> read_all(storage::Session& session, RecordId user) {
    std::vector<Notification> out;
    auto row = session.query("SELECT " + std::string(notification_columns) + " FROM notification WHERE user_id = ?1 ORDER BY happened_at DESC, id DESC LIMIT ?2", {user.number(), most_read});
    while (row->next()) out.push_back(notification_of(*row));
    return out;
}

bool is_newer(const Notification& one, const Notification& other) { return std::tuple(one.at, one.id) > std::tuple(other.at, other.id); }

bool is_wanted(const Notification& one, Wanted::Which which, DateTime now) {
    const bool is_snoozed = one.snoozed_until > now;
    switch (which) {
        case Wanted::Which::All: return !is_snoozed;
        case Wanted::Which::Unread: return !is_snoozed && !one.is_read;
        case Wanted::Which::Snoozed: return is_snoozed;
    }
    return false;
}

std::string cursor_of(const Group& group) { return std::to_string(group.newest().at.microseconds()) + "-" + std::to_string(group.newest().id); }

/// What stands where a page ended; only its moment and number matter.
Notification read_cursor(const std::string& cursor) {
    Notification out;
    std::int64_t at = 0;
    const char* end = cursor.data() + cursor.size();
    auto first = std::from_chars(cursor.data(), end, at);
    if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
        auto second = std::from_chars(first.ptr + 1, end, out.id);
        out.at = DateTime(at);
        if (second.ec == std::errc() && second.ptr == end) return out;
    }
    throw Failure(FailureKind::Invalid, "invalid_cursor", "This is not where a page ended: send back the next of the page before.");
}

}  // namespace

bool Group::is_read() const {
    return std::all_of(notifications.begin(), notifications.end(), [](const Notification& one) { return one.is_read; });
}

Page read_page(storage::Session& session, const Wanted& wanted, DateTime now) {
    std::map<std::string, Group> by_key;
    for (Notification& one : read_all(session, wanted.user)) {
        if (!is_wanted(one, wanted.which, now)) continue;
        Group& group = by_key[one.group];
        group.key = one.group;
        group.notifications.push_back(std::move(one));
    }
    std::vector<Group> groups;
    for (auto& [key, group] : by_key) {
        std::sort(group.notifications.begin(), group.notifications.end(), is_newer);
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [](const Group& one, const Group& other) { return is_newer(one.newest(), other.newest()); });
    if (!wanted.cursor.empty()) {
        const Notification end = read_cursor(wanted.cursor);
        std::erase_if(groups, [&](const Group& group) { return !is_newer(end, group.newest()); });
    }
    Page page;
    const bool more = groups.size() > wanted.limit;
    if (more) groups.resize(wanted.limit);
    page.groups = std::move(groups);
    if (more) page.next = cursor_of(page.groups.back());
    return page;
}

Unread count_unread(storage::Session& session, RecordId user, DateTime now) {
    auto row = session.query(
        "SELECT COUNT(DISTINCT CASE WHEN snoozed_until <= ?2 THEN shown_with END), COALESCE(MIN(CASE WHEN snoozed_until > ?2 THEN snoozed_until END), 0) "
        "FROM notification WHERE user_id = ?1 AND read_at = 0",
        {user.number(), now.microseconds()});
    row->next();
    return {row->integer(0), DateTime(row->integer(1))};
}

namespace {

/// Changes those that are chosen; `set` takes its value from ?2.
void change(storage::Session& session, RecordId user, const Chosen& chosen, const std::string& set, Value value) {
    const bool of_all = chosen.id == 0 && chosen.group.empty();
    const std::string which = chosen.id ? " AND id = ?3" : of_all ? " AND happened_at <= ?3 AND snoozed_until <= ?3" : " AND shown_with = ?3";
    const Value which_value = chosen.id ? Value(chosen.id) : of_all ? Value(chosen.until->microseconds()) : Value(chosen.group);
    const auto changed = session.execute("UPDATE notification SET " + set + " WHERE user_id = ?1" + which, {user.number(), std::move(value), which_value});
    if (changed == 0 && !of_all) throw Failure(FailureKind::NotFound, "unknown_notification", "There is no such notification, or it is somebody else's.");
    if (changed > 0) note_change(session, {user});
}

}  // namespace

void mark(storage::Session& session, RecordId user, const Chosen& chosen, bool read, DateTime now) { change(session, user, chosen, "read_at = ?2", read ? now.microseconds() : 0); }

void snooze(storage::Session& session, RecordId user, const Chosen& chosen, DateTime until) { change(session, user, chosen, "snoozed_until = ?2, read_at = 0", until.microseconds()); }

std::set<Type> unwanted(storage::Session& session, RecordId user) {
    std::set<Type> out;
    auto row = session.query("SELECT type FROM notification_setting WHERE user_id = ?1 AND channel = ?2 AND wanted = 0", {user.number(), app_channel});
    while (row->next()) out.insert(type_of(row->text(0)));
    return out;
}

void set_wanted(storage::Session& session, RecordId user, Type type, bool wanted) {
    session.execute("INSERT INTO notification_setting (user_id, type, channel, wanted) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (user_id, type, channel) DO UPDATE SET wanted = excluded.wanted",
                    {user.number(), name_of(type), app_channel, wanted ? 1 : 0});
}

std::int64_t trim(storage::Database& database, DateTime before, std::int64_t most) {
    return database.write([&](storage::Session& session) {
        return session.execute("DELETE FROM notification WHERE happened_at < ?1 OR id IN (SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY happened_at DESC, id DESC) AS place FROM notification) AS placed WHERE place > ?2)",
                               {before.microseconds(), most});
    });
}

}  // namespace rapport::notifications
