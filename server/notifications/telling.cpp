#include <algorithm>
#include <map>

#include "notifications/inbox.h"
#include "notifications/rows.h"

namespace rapport::notifications {
namespace {

/// As many as a list can be asked for by their ids; of more, how many they are.
constexpr std::size_t most_named = 200;

struct Told {
    std::int64_t id = 0;
    std::vector<RecordId> records;
    std::int64_t count = 0;
};

std::optional<Told> find_told(storage::Session& session, const News& news) {
    auto row = session.query("SELECT id, records, record_count FROM notification WHERE user_id = ?1 AND occasion = ?2", {news.user.number(), news.occasion});
    if (!row->next()) return std::nullopt;
    return Told{row->integer(0), read_records(row->text(1)), row->integer(2)};
}

/// Adds those that are not among them; answers whether there were any.
bool add_records(Told& told, const std::vector<RecordId>& records) {
    bool any = false;
    for (RecordId record : records) {
        if (std::find(told.records.begin(), told.records.end(), record) != told.records.end()) continue;
        if (told.records.size() < most_named) told.records.push_back(record);
        ++told.count;
        any = true;
    }
    return any;
}

std::string group_of(const News& news, const Told& told) { return told.count == 1 ? told.records.front().text() : news.occasion; }

void add(storage::Session& session, const News& news) {
    Told told;
    add_records(told, news.records);
    session.insert(
        "INSERT INTO notification (user_id, type, occasion, shown_with, object, records, record_count, actor_id, details, happened_at, read_at, snoozed_until) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0)",
        {news.user.number(), name_of(news.type), news.occasion, group_of(news, told), news.object, records_text(told.records), told.count, news.actor.number(), news.details.text(), news.at.microseconds()});
}

/// Answers whether there is something that the person has not been told.
bool add_to(storage::Session& session, Told told, const News& news) {
    // What has no records is told anew each time, as that a job has ended once more.
    if (!add_records(told, news.records) && !news.records.empty()) return false;
    session.execute("UPDATE notification SET shown_with = ?2, records = ?3, record_count = ?4, details = ?5, happened_at = ?6, read_at = 0, snoozed_until = 0 WHERE id = ?1",
                    {told.id, group_of(news, told), records_text(told.records), told.count, news.details.text(), news.at.microseconds()});
    return true;
}

}  // namespace

std::set<RecordId> tell(storage::Session& session, const std::vector<News>& news) {
    std::map<RecordId, std::set<Type>> not_wanted;
    std::set<RecordId> told_something;
    for (const News& one : news) {
        auto [known, is_new] = not_wanted.try_emplace(one.user);
        if (is_new) known->second = unwanted(session, one.user);
        if (known->second.contains(one.type)) continue;
        auto told = find_told(session, one);
        if (told && !add_to(session, *std::move(told), one)) continue;
        if (!told) add(session, one);
        told_something.insert(one.user);
    }
    note_change(session, told_something);
    return told_something;
}

void tell_of_job(storage::Session& session, const jobs::Job& job) {
    const bool has_ended = job.state == jobs::State::Done || job.state == jobs::State::Failed;
    // Whoever tries something out waits for the answer.
    if (!job.user || !has_ended || job.payload.boolean_or("dry_run", false)) return;
    Json details = Json::Members{{"job", job.id}, {"kind", job.kind}, {"state", jobs::name_of(job.state)}};
    if (job.payload.has("run")) details.set("run", job.payload["run"]);
    tell(session, {{job.user, Type::Job, "job/" + std::to_string(job.id), "", {}, {}, std::move(details), job.finished_at}});
}

}  // namespace rapport::notifications
