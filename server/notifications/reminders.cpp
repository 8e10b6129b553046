#include "notifications/reminders.h"

#include <algorithm>
#include <set>

namespace rapport::notifications {
namespace {

/// Told at once after the server was down; what is older is no help any more.
constexpr std::int64_t latest = DateTime::day;
constexpr std::int64_t due_at_once = 1000;
constexpr std::string_view place_name = "reminders";

DateTime a_day_before(DateTime now) { return DateTime(now.microseconds() - latest); }

std::string among(const storage::Session& session) { return "AND " + session.dialect().in_integers("id", "?1"); }

/// The owner of a record, and those who were invited as far as they are users.
std::set<RecordId> people_of(const Remindable& record, const security::Directory& directory) {
    std::set<RecordId> out;
    auto add = [&](const std::optional<security::Directory::Person>& person) {
        if (person && person->active && !person->is_queue()) out.insert(person->id);
    };
    add(directory.find(record.owner));
    for (const std::string& address : record.invited) add(directory.find(address));
    return out;
}

}  // namespace

void Reminders::set(RecordId record, std::string_view object, const std::optional<Reminder>& next, DateTime now) {
    set_[record] = {object, next ? next->at : DateTime()};
    if (next && next->at <= now) has_more_ = true;
}

void Reminders::add_all(storage::Session& session, DateTime now) {
    anew_ = true;
    const DateTime since = a_day_before(now);
    for (const RemindedObject& object : reminded_objects()) {
        const std::string recurring = object.name == "event" ? " OR recurrence IS NOT NULL" : "";
        for (const Remindable& record : read_remindables(session, object, "AND (reminder_at > ?1" + recurring + ")", {since.microseconds()}))
            if (const auto next = record.next(since)) set(record.record, object.name, next, now);
    }
}

void Reminders::add_set(storage::Session& session, const std::vector<records::Event>& events, DateTime now) {
    const auto of = by_object(events);
    for (const RemindedObject& object : reminded_objects()) {
        const auto found = of.find(object.name);
        if (found == of.end()) continue;
        LastChanges changed = last_changes(found->second, object.set_by);
        if (changed.empty()) continue;
        for (const Remindable& record : read_remindables(session, object, among(session), {ids_of(changed)})) {
            // What had passed when it was set was not meant to be told.
            const DateTime since = std::max(changed.at(record.record)->happened_at, a_day_before(now));
            set(record.record, object.name, record.next(since), now);
            changed.erase(record.record);
        }
        for (const auto& [record, event] : changed)
            if (event->operation == "update") set(record, object.name, std::nullopt, now);
    }
}

void Reminders::add_due(storage::Session& session, const security::Directory& directory, DateTime now) {
    std::map<std::string, std::vector<Due>> due;
    std::int64_t read = 0;
    auto row = session.query("SELECT record_id, object, due_at FROM notification_due WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2", {now.microseconds(), due_at_once});
    for (; row->next(); ++read) {
        const RecordId record(row->integer(0));
        if (!set_.contains(record)) due[std::string(row->text(1))].push_back({record, DateTime(row->integer(2)), {}, {}});
    }
    row.reset();
    has_more_ = has_more_ || read == due_at_once;
    for (const RemindedObject& object : reminded_objects()) {
        std::vector<Due>& of_object = due[std::string(object.name)];
        std::map<RecordId, Due*> by_record;
        for (Due& one : of_object) by_record.emplace(one.record, &one);
        if (!by_record.empty()) add_due_of(object, by_record, session, directory, now);
        std::move(of_object.begin(), of_object.end(), std::back_inserter(due_));
    }
}

void Reminders::add_due_of(const RemindedObject& object, const std::map<RecordId, Due*>& due, storage::Session& session, const security::Directory& directory, DateTime now) {
    Json::Array ids;
    for (const auto& [record, one] : due) ids.emplace_back(record.number());
    for (const Remindable& record : read_remindables(session, object, among(session), {Json(std::move(ids)).text()})) {
        Due& one = *due.at(record.record);
        // Of an event that recurs several may have been missed: the last one is told.
        std::optional<Reminder> last, next = record.next(DateTime(one.at.microseconds() - 1));
        for (; next && next->at <= now; next = record.next(last->at)) last = std::move(next);
        one.next_at = next ? next->at : DateTime();
        if (!last || !record.is_open || last->at <= a_day_before(now)) continue;
        const std::string occasion = std::string(name_of(object.type)) + "/" + record.record.text() + "/" + std::to_string(last->at.microseconds());
        for (RecordId person : people_of(record, directory)) one.news.push_back({person, object.type, occasion, std::string(object.name), {record.record}, {}, last->details, now});
    }
}

std::vector<std::vector<News>*> Reminders::news() {
    std::vector<std::vector<News>*> out;
    for (Due& due : due_)
        if (!due.news.empty()) out.push_back(&due.news);
    return out;
}

std::vector<News> Reminders::keep(storage::Session& session) const {
    if (anew_) {
        session.execute("DELETE FROM notification_due");
        session.execute("INSERT INTO notification_place (name, place) VALUES (?1, '') ON CONFLICT (name) DO NOTHING", {place_name});
    }
    std::vector<std::vector<Value>> rows;
    for (const auto& [record, set] : set_) {
        if (set.at.microseconds() != 0) rows.push_back({record.number(), set.object, set.at.microseconds()});
        else session.execute("DELETE FROM notification_due WHERE record_id = ?1", {record.number()});
    }
    session.insert_rows("notification_due", "record_id, object, due_at", rows, " ON CONFLICT (record_id) DO UPDATE SET due_at = excluded.due_at");
    std::vector<News> out;
    for (const Due& due : due_) {
        const Value record(due.record.number()), at(due.at.microseconds());
        const bool is_mine = due.next_at.microseconds() == 0 ? session.execute("DELETE FROM notification_due WHERE record_id = ?1 AND due_at = ?2", {record, at}) > 0
                                                             : session.execute("UPDATE notification_due SET due_at = ?3 WHERE record_id = ?1 AND due_at = ?2", {record, at, due.next_at.microseconds()}) > 0;
        if (is_mine) out.insert(out.end(), due.news.begin(), due.news.end());
    }
    return out;
}

bool are_reminders_kept(storage::Session& session) { return session.value("SELECT 1 FROM notification_place WHERE name = ?1", {place_name}).has_value(); }

}  // namespace rapport::notifications
