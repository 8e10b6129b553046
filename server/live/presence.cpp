#include "live/presence.h"

#include <fmt/format.h>

#include <random>

namespace rapport::live {
namespace {

/// Time for two renewals to fail before the lease ends.
constexpr std::int64_t renewed_every = Presence::lease / 3;
constexpr std::int64_t heard_every = DateTime::second / 2;

std::string new_node_name() {
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE presence (node TEXT NOT NULL, record_id BIGINT NOT NULL, user_id BIGINT NOT NULL, alive_until BIGINT NOT NULL, "
        "PRIMARY KEY (node, record_id, user_id))");
}

Presence::Presence(storage::Database& database) : database_(database), node_(new_node_name()) {}

void Presence::open(RecordId record, RecordId user) { changed_ |= ++here_[{record, user}] == 1; }

void Presence::close(RecordId record, RecordId user) {
    auto found = here_.find({record, user});
    if (found == here_.end() || --found->second > 0) return;
    here_.erase(found);
    changed_ = true;
}

bool Presence::exchange(DateTime now) {
    bool is_due = !here_.empty() && now.microseconds() - said_at_.microseconds() > renewed_every;
    if (changed_ || is_due) say(now);
    // Whoever has nothing open here need not know who has it open elsewhere.
    bool asks = !here_.empty() && now.microseconds() - heard_at_.microseconds() > heard_every;
    if (!changed_ && !asks) return false;
    changed_ = false;
    return hear(now);
}

void Presence::say(DateTime now) {
    std::vector<std::vector<Value>> rows;
    for (const auto& [open, times] : here_)
        rows.push_back({node_, open.first.number(), open.second.number(), now.microseconds() + lease});
    database_.write([&](storage::Session& session) {
        session.execute("DELETE FROM presence WHERE node = ?1 OR alive_until < ?2", {node_, now.microseconds()});
        session.insert_rows("presence", "node, record_id, user_id, alive_until", rows);
    });
    said_at_ = now;
}

bool Presence::hear(DateTime now) {
    std::map<RecordId, std::set<RecordId>> people;
    database_.read([&](storage::Session& session) {
        auto rows = session.query("SELECT record_id, user_id FROM presence WHERE alive_until > ?1", {now.microseconds()});
        while (rows->next()) people[RecordId(rows->integer(0))].insert(RecordId(rows->integer(1)));
    });
    heard_at_ = now;
    bool differs = people != people_;
    people_ = std::move(people);
    return differs;
}

void Presence::leave() {
    if (here_.empty()) return;
    here_.clear();
    say(DateTime::now());
}

const std::set<RecordId>& Presence::people(RecordId record) const {
    static const std::set<RecordId> nobody;
    auto found = people_.find(record);
    return found == people_.end() ? nobody : found->second;
}

}  // namespace rapport::live
