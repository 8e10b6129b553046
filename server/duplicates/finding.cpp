#include "duplicates/finding.h"

#include <algorithm>
#include <limits>
#include <map>

#include "duplicates/pairs.h"
#include "metadata/schema.h"
#include "records/outbox.h"
#include "search/duplicates.h"
#include "search/filling.h"
#include "search/same_keys.h"

namespace rapport::duplicates {
namespace {

constexpr std::int64_t block = 200;  // records
constexpr std::int64_t before_all = -1, all_done = std::numeric_limits<std::int64_t>::max();

/// How far the search is, as it is kept.
struct Progress {
    std::string rules;
    std::int64_t last_id = before_all;  // of the first look at all of them
    records::OutboxPlace place;         // what was committed up to here has been looked at
};

/// One object's pairs.
class Finding {
public:
    Finding(storage::Database& database, metadata::CataloguePointer catalogue, const std::string& object, const Steps& steps)
        : database_(database), catalogue_(std::move(catalogue)), object_(catalogue_->object(object)), steps_(steps) {}

    std::optional<std::int64_t> run() {
        if (object_.duplicate_rules.empty()) return 0;
        if (!database_.read([&](storage::Session& session) { return search::is_filled(session, object_); })) return std::nullopt;
        begin();
        if (progress_.last_id != all_done) look_at_all();
        look_at_changed();
        return looked_at_;
    }

private:
    std::string rules() const { return object_.duplicate_rules.declared.text(); }
    std::int64_t first_id() const { return RecordId::of(object_.number, 0).number(); }
    std::int64_t last_id() const { return RecordId::of(object_.number, RecordId::last_sequence).number(); }

    void begin() {
        bool known = database_.read([&](storage::Session& session) {
            auto row = session.query("SELECT rules, last_id, place FROM duplicate_search WHERE object = ?1", {object_.number});
            if (!row->next()) return false;
            progress_ = {std::string(row->text(0)), row->integer(1), records::read_place(row->text(2))};
            row.reset();
            return progress_.rules == rules() && records::outbox_reaches_back(session, progress_.place);
        });
        kept_place_ = progress_.place.committed;
        if (known) return;
        progress_ = {rules(), before_all, database_.read([](storage::Session& session) { return records::end_of_outbox(session); })};
        steps_.write([&](storage::Session& session) { keep_progress(session); });
    }

    void keep_progress(storage::Session& session) const {
        session.execute("INSERT INTO duplicate_search (object, rules, last_id, place) VALUES (?1, ?2, ?3, ?4) "
                        "ON CONFLICT (object) DO UPDATE SET rules = excluded.rules, last_id = excluded.last_id, place = excluded.place",
                        {object_.number, progress_.rules, progress_.last_id, records::place_text(progress_.place)});
    }

    /// Each record with those before it.
    void look_at_all() {
        for (bool more = true; more;) {
            std::vector<RecordId> ids;
            auto pairs = database_.read([&](storage::Session& session) {
                ids = next_ids(session, progress_.last_id);
                return pairs_of(session, ids, Replace::OfNewer);
            });
            more = static_cast<std::int64_t>(ids.size()) == block;
            progress_.last_id = more ? ids.back().number() : all_done;
            keep(ids, pairs, Replace::OfNewer);
        }
        steps_.write([&](storage::Session& session) {
            std::string table = metadata::quoted(object_.name);
            session.execute("DELETE FROM duplicate_pair WHERE object = ?1 AND (NOT EXISTS (SELECT 1 FROM " + table + " r WHERE r.id = older_id) OR NOT EXISTS (SELECT 1 FROM " + table + " r WHERE r.id = newer_id))",
                            {object_.number});
        });
    }

    /// Those that have changed, with all others.
    void look_at_changed() {
        auto now = database_.read([](storage::Session& session) { return records::end_of_outbox(session); });
        std::int64_t last = before_all;
        for (bool more = true; more;) {
            std::vector<RecordId> ids;
            auto pairs = database_.read([&](storage::Session& session) {
                ids = records::changed_since(session, progress_.place, std::max(last + 1, first_id()), last_id(), block);
                return pairs_of(session, ids, Replace::All);
            });
            more = static_cast<std::int64_t>(ids.size()) == block;
            if (!ids.empty()) last = ids.back().number();
            if (!more) progress_.place = now;
            if (!ids.empty() || now.committed != kept_place_) keep(ids, pairs, Replace::All);
        }
    }

    void keep(const std::vector<RecordId>& ids, const std::vector<FoundPair>& pairs, Replace replace) {
        steps_.write([&](storage::Session& session) {
            keep_pairs(session, object_, ids, pairs, replace);
            keep_progress(session);
        });
        kept_place_ = progress_.place.committed;
        looked_at_ += static_cast<std::int64_t>(ids.size());
        steps_.looked_at(looked_at_);
    }

    std::vector<RecordId> next_ids(storage::Session& session, std::int64_t after) const {
        std::vector<RecordId> out;
        auto rows = session.query("SELECT id FROM " + metadata::quoted(object_.name) + " WHERE deleted_at IS NULL AND id > ?1 ORDER BY id LIMIT ?2", {after, block});
        while (rows->next()) out.emplace_back(rows->integer(0));
        return out;
    }

    std::vector<FoundPair> pairs_of(storage::Session& session, const std::vector<RecordId>& ids, Replace replace) {
        const security::Asking asking{.actor = system_, .catalogue = catalogue_, .hidden_fields = true};
        std::vector<std::int64_t> numbers;
        for (RecordId id : ids) numbers.push_back(id.number());
        const auto records = search::known_records(session, asking, object_, numbers);
        std::map<std::int64_t, std::vector<std::int64_t>> candidates;
        std::map<std::int64_t, const search::KnownRecord*> known;
        for (const auto& record : records) known[record.id.number()] = &record;
        std::vector<std::int64_t> unknown;
        for (const auto& record : records) {
            const std::int64_t id = record.id.number();
            auto& found = candidates[id] = search::SameKeys(session, first_id(), replace == Replace::OfNewer ? id - 1 : last_id(), common_).find(matching::keys_of(record.profile));
            for (std::int64_t other : found)
                if (!known.contains(other)) unknown.push_back(other);
        }
        std::sort(unknown.begin(), unknown.end());
        unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
        const auto others = search::known_records(session, asking, object_, unknown);
        for (const auto& record : others) known[record.id.number()] = &record;
        std::vector<FoundPair> out;
        for (const auto& record : records) {
            for (std::int64_t other : candidates[record.id.number()]) {
                auto place = known.find(other);
                if (place == known.end() || other == record.id.number()) continue;
                // As pairs are shown: by what the newer one says of the older.
                const bool newer = other < record.id.number();
                const auto score = newer ? matching::score(record.profile, place->second->profile) : matching::score(place->second->profile, record.profile);
                if (score.points >= object_.duplicate_rules.from) out.push_back({record.id, RecordId(other), score.points});
            }
        }
        return out;
    }

    storage::Database& database_;
    const metadata::CataloguePointer catalogue_;
    const metadata::Object& object_;
    const Steps& steps_;
    const security::Actor system_ = security::Actor::system("duplicates");
    Progress progress_;
    search::SameKeys::Common common_;
    std::string kept_place_;
    std::int64_t looked_at_ = 0;
};

}  // namespace

std::optional<std::int64_t> find(storage::Database& database, const metadata::Registry& registry, const std::string& object, const Steps& steps) {
    return Finding(database, registry.current(), object, steps).run();
}

std::optional<std::int64_t> find(storage::Database& database, const metadata::Registry& registry, const std::string& object) {
    return find(database, registry, object, {[&](const auto& block_of_work) { database.write(block_of_work); }, [](std::int64_t) {}});
}

namespace {

void find_all(jobs::Work& work, storage::Database& database, const metadata::Registry& registry) {
    auto catalogue = registry.current();
    std::int64_t before = 0;
    std::string waiting;
    for (const metadata::Object& object : catalogue->objects()) {
        const Steps steps{[&](const auto& step) { work.write(step); }, [&](std::int64_t count) { work.report({before + count, 0, {}}); }};
        auto found = find(database, registry, object.name, steps);
        before += found.value_or(0);
        if (!found) waiting = object.plural_label;
    }
    // The job is tried again in a while.
    if (!waiting.empty()) throw Failure(FailureKind::Unavailable, "index_not_ready", waiting + " are still being indexed: duplicates are looked for when that is done.");
}

}  // namespace

void add_kind(jobs::Queue& queue, storage::Database& database, const metadata::Registry& registry) {
    queue.add_kind({.name = kind_name, .label = "Look for duplicates", .run = [&](jobs::Work& work) { find_all(work, database, registry); }, .waiting = jobs::Kind::Waiting::Nobody});
    queue.keep_schedule({kind_name, kind_name, "*/10 * * * *"});
}

}  // namespace rapport::duplicates
