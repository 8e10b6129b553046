#include "duplicates/pairs.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "search/duplicates.h"
#include "security/rights.h"

namespace rapport::duplicates {
namespace {

/// Where a page ended: pairs come by score, then the newest first.
struct Place {
    std::int64_t score = std::numeric_limits<std::int64_t>::max(), newer = 0, older = 0;

    std::string text() const { return std::to_string(score) + "-" + std::to_string(newer) + "-" + std::to_string(older); }
};

Place read_place(const std::string& cursor) {
    Place place;
    if (cursor.empty()) return place;
    const char* next = cursor.data();
    const char* end = next + cursor.size();
    for (std::int64_t* part : {&place.score, &place.newer, &place.older}) {
        auto [after, error] = std::from_chars(next, end, *part);
        bool last = part == &place.older;
        if (error != std::errc() || (last ? after != end : after == end || *after != '-'))
            throw Failure(FailureKind::Invalid, "invalid_cursor", "The cursor is none that a page ended with: begin without one.");
        next = last ? after : after + 1;
    }
    return place;
}

struct Row {
    std::int64_t older, newer, score;
};

std::vector<Row> read_rows(storage::Session& session, const PairRequest& request, const Place& after, std::int64_t limit) {
    std::vector<Row> out;
    const char* of_change_set = "AND EXISTS (SELECT 1 FROM record_history h WHERE h.record_id = newer_id AND h.change_set = ?7 AND h.operation = 'create') ";
    std::vector<Value> parameters{request.object.number, request.dismissed ? 1 : 0, after.score, after.newer, after.older, limit};
    if (request.change_set) parameters.emplace_back(request.change_set);
    auto rows = session.query("SELECT older_id, newer_id, score FROM duplicate_pair WHERE object = ?1 AND dismissed = ?2 " + std::string(request.change_set ? of_change_set : "") +
                                  "AND (score < ?3 OR (score = ?3 AND (newer_id < ?4 OR (newer_id = ?4 AND older_id < ?5)))) ORDER BY score DESC, newer_id DESC, older_id DESC LIMIT ?6",
                              parameters);
    while (rows->next()) out.push_back({rows->integer(0), rows->integer(1), rows->integer(2)});
    return out;
}

void require_fields(const security::Asking& asking, const metadata::Object& object) {
    const security::Rights& rights = asking.actor.rights();
    if (!rights.may(security::ObjectRight::Read, object)) throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not see " + object.plural_label + ".");
    for (const metadata::Field* field : matching::compared_fields(object))
        if (!rights.may_read(object, *field))
            throw Failure(FailureKind::Forbidden, "field_forbidden",
                          "Duplicates of " + object.plural_label + " are told by fields that you may not all see, and the list would tell what they say: ask an administrator to let you see them, or to leave them out of the rules.");
}

/// What becomes of rows for the one who asks; nothing of those that he may not see, or that are alike no more.
class Presenter {
public:
    Presenter(storage::Session& session, const security::Asking& asking, const PairRequest& request) : session_(session), asking_(asking), request_(request) {}

    std::vector<std::optional<Pair>> present(const std::vector<Row>& rows) {
        std::set<std::int64_t> ids;
        for (const Row& row : rows) ids.insert({row.older, row.newer});
        std::map<std::int64_t, search::KnownRecord> known;
        for (auto& record : search::known_records(session_, asking_, request_.object, {ids.begin(), ids.end()})) known.emplace(record.id.number(), std::move(record));
        std::vector<std::optional<Pair>> out;
        for (const Row& row : rows) {
            auto older = known.find(row.older), newer = known.find(row.newer);
            out.emplace_back();
            if (older == known.end() || newer == known.end()) continue;
            auto score = matching::score(newer->second.profile, older->second.profile);
            if (score.points < request_.object.duplicate_rules.from && !request_.dismissed) continue;
            out.back() = Pair{{older->second.id, older->second.name}, {newer->second.id, newer->second.name}, score.points, std::move(score.reasons)};
        }
        return out;
    }

private:
    storage::Session& session_;
    const security::Asking& asking_;
    const PairRequest& request_;
};

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE duplicate_pair (older_id BIGINT NOT NULL, newer_id BIGINT NOT NULL, object BIGINT NOT NULL, score BIGINT NOT NULL, dismissed BIGINT NOT NULL DEFAULT 0, "
        "dismissed_at BIGINT, dismissed_by_id BIGINT, PRIMARY KEY (older_id, newer_id));"
        "CREATE INDEX duplicate_pair_newer ON duplicate_pair (newer_id);"
        "CREATE INDEX duplicate_pair_best ON duplicate_pair (object, dismissed, score, newer_id, older_id);"
        "CREATE TABLE duplicate_search (object BIGINT PRIMARY KEY, rules TEXT NOT NULL, last_id BIGINT NOT NULL, place TEXT NOT NULL)");
}

PairPage list_pairs(storage::Session& session, const security::Asking& asking, const PairRequest& request) {
    constexpr std::int64_t looked_at_once = 200;
    require_fields(asking, request.object);
    PairPage page;
    Presenter presenter(session, asking, request);
    Place place = read_place(request.cursor), last;
    for (bool more = true; more;) {
        auto rows = read_rows(session, request, place, looked_at_once);
        more = static_cast<std::int64_t>(rows.size()) == looked_at_once;
        auto presented = presenter.present(rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!presented[i]) continue;
            if (page.pairs.size() == request.limit) {
                page.next = last.text();
                return page;
            }
            page.pairs.push_back(*std::move(presented[i]));
            last = {rows[i].score, rows[i].newer, rows[i].older};
        }
        if (more) place = {rows.back().score, rows.back().newer, rows.back().older};
    }
    return page;
}

void dismiss(storage::Session& session, const security::Asking& asking, const metadata::Object& object, RecordId one, RecordId other, bool different) {
    if (one == other) throw invalid_field({"records", "repeated", "A record is the same as itself: name two."});
    if (!asking.actor.rights().may(security::ObjectRight::Update, object))
        throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not change " + object.plural_label + ", so you may not say which are different.");
    security::Asking editing{asking.actor, asking.catalogue, asking.context, security::Access::Edit};
    const std::vector<std::int64_t> ids{one.number(), other.number()};
    const auto seen = search::known_records(session, asking, object, ids);
    if (seen.size() < 2) throw Failure(FailureKind::NotFound, "not_found", "There are no such two records of " + object.label + ", or you may not see them.");
    if (search::known_records(session, editing, object, ids).size() < 2)
        throw Failure(FailureKind::Forbidden, "record_forbidden", "You may say that two records are different when you may edit both.");
    const int score = matching::score(seen[0].profile, seen[1].profile).points;
    const RecordId user = asking.actor.user();
    session.execute("INSERT INTO duplicate_pair (older_id, newer_id, object, score, dismissed, dismissed_at, dismissed_by_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                    "ON CONFLICT (older_id, newer_id) DO UPDATE SET dismissed = excluded.dismissed, dismissed_at = excluded.dismissed_at, dismissed_by_id = excluded.dismissed_by_id",
                    {std::min(ids[0], ids[1]), std::max(ids[0], ids[1]), object.number, score, different ? 1 : 0, different ? Value(DateTime::now().microseconds()) : Value(),
                     different && user ? Value(user.number()) : Value()});
}

void keep_pairs(storage::Session& session, const metadata::Object& object, const std::vector<RecordId>& records, const std::vector<FoundPair>& pairs, Replace replace) {
    for (RecordId record : records) {
        session.execute("DELETE FROM duplicate_pair WHERE newer_id = ?1 AND dismissed = 0", {record.number()});
        if (replace == Replace::All) session.execute("DELETE FROM duplicate_pair WHERE older_id = ?1 AND dismissed = 0", {record.number()});
    }
    // Two records that have both changed find each other.
    std::map<std::pair<std::int64_t, std::int64_t>, int> scores;
    for (const FoundPair& pair : pairs) scores[std::minmax(pair.one.number(), pair.other.number())] = pair.score;
    std::vector<std::vector<Value>> rows;
    for (const auto& [pair, score] : scores) rows.push_back({pair.first, pair.second, object.number, score});
    session.insert_rows("duplicate_pair", "older_id, newer_id, object, score", rows, " ON CONFLICT (older_id, newer_id) DO UPDATE SET score = excluded.score");
}

}  // namespace rapport::duplicates
