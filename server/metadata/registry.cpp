#include "metadata/registry.h"

#include <algorithm>

#include "base/log.h"
#include "metadata/definition_problems.h"
#include "metadata/demands.h"
#include "metadata/draft.h"
#include "metadata/schema.h"
#include "metadata/superseded_indexes.h"

namespace rapport::metadata {
namespace {

constexpr const char* types_fact = "types";  // the catalogue since which all columns have the types that they have

std::int64_t stored_version(storage::Session& session) {
    return session.value("SELECT version FROM metadata_version")->integer();
}

Overlay stored_overlay(storage::Session& session) {
    Overlay overlay;
    auto rows = session.query("SELECT declaration FROM metadata_overlay ORDER BY number");
    while (rows->next()) overlay.push_back(Json::parse(rows->text(0)));
    return overlay;
}

void store(storage::Session& session, const Overlay& overlay, std::int64_t version) {
    session.execute("DELETE FROM metadata_overlay");
    std::int64_t number = 0;
    for (const Json& over : overlay)
        session.execute("INSERT INTO metadata_overlay (number, object, declaration) VALUES (?1, ?2, ?3)", {++number, over["name"].string(), over.text()});
    session.execute("UPDATE metadata_version SET version = ?1", {version});
}

Failure stale(std::int64_t expected, std::int64_t version) {
    return Failure(FailureKind::Conflict, "stale_version",
                   "Somebody else changed the objects since you looked (version " + std::to_string(version) + ", you have " + std::to_string(expected) + "): load them again and repeat your change.");
}

bool same(const Problem& a, const Problem& b) { return a.field == b.field && a.code == b.code && a.message == b.message; }

/// What is wrong already does not stand in the way: else two mistakes could never be mended one after the other.
std::vector<Problem> new_problems(const std::vector<Problem>& before, std::vector<Problem> after) {
    std::erase_if(after, [&](const Problem& problem) { return std::any_of(before.begin(), before.end(), [&](const Problem& old) { return same(old, problem); }); });
    return after;
}

void refuse(std::vector<Problem> after, bool removes) {
    if (after.empty()) return;
    std::string first = after.front().field + ": " + after.front().message;
    if (removes) throw Failure(FailureKind::Conflict, "in_use", "What is to be deleted is needed elsewhere. Change that first. " + first, std::move(after));
    throw Failure(FailureKind::Invalid, "invalid_declaration", first, std::move(after));
}

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE metadata_version (version BIGINT NOT NULL);"
        "INSERT INTO metadata_version VALUES (1);"
        "CREATE TABLE metadata_overlay (number BIGINT PRIMARY KEY, object TEXT NOT NULL, declaration TEXT NOT NULL)");
}

Registry::Registry(storage::Database& database, std::vector<Json> declarations, std::vector<Check> checks)
    : database_(database), declarations_(std::move(declarations)), checks_(std::move(checks)) {
    checks_.insert(checks_.begin(), definition_problems);
    current_ = database_.write([&](storage::Session& session) {
        session.execute_script(session.dialect().lock_schema());
        CataloguePointer catalogue = build(stored_overlay(session), stored_version(session));
        bring_tables_up(session, *catalogue);
        return catalogue;
    });
    indexes_wanted_ = true;
    index_maker_ = std::jthread([this](std::stop_token stop) { make_indexes(stop); });
}

Registry::~Registry() = default;

CataloguePointer Registry::current() const {
    std::lock_guard lock(mutex_);
    return current_;
}

CataloguePointer Registry::build(const Overlay& overlay, std::int64_t version) const { return Catalogue::build(merge(declarations_, overlay), version); }

std::vector<Problem> Registry::problems_of(const Catalogue& catalogue) const {
    std::vector<Problem> out;
    for (const Check& check : checks_)
        for (Problem& problem : check(catalogue)) out.push_back(std::move(problem));
    return out;
}

void Registry::swap(CataloguePointer next) {
    std::lock_guard lock(mutex_);
    if (current_->version() >= next->version()) return;
    current_ = std::move(next);
    indexes_wanted_ = true;
    indexes_changed_.notify_all();
}

CataloguePointer Registry::change(std::optional<std::int64_t> expected, const std::function<void(Draft&)>& edit) {
    CataloguePointer next = database_.write([&](storage::Session& session) {
        session.execute_script(session.dialect().lock_schema());
        return change(session, expected, [&](Draft& draft, storage::Session&) { edit(draft); });
    });
    swap(next);
    return next;
}

CataloguePointer Registry::change_values(const std::string& table, const std::function<void(Draft&, storage::Session&)>& edit) {
    CataloguePointer next = database_.write([&](storage::Session& session) {
        session.execute_script(session.dialect().lock_records(table));
        CataloguePointer after = change(session, std::nullopt, edit);
        session.execute("INSERT INTO storage_fact (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", {types_fact, std::to_string(after->version())});
        return after;
    });
    swap(next);
    return next;
}

CataloguePointer Registry::change(storage::Session& session, std::optional<std::int64_t> expected, const Edit& edit) {
    std::int64_t version = stored_version(session);
    if (expected && *expected != version) throw stale(*expected, version);
    CataloguePointer before = current();
    if (before->version() != version) before = build(stored_overlay(session), version);
    Draft draft(*before, stored_overlay(session));
    edit(draft, session);
    draft.prune();
    CataloguePointer after = build(draft.overlay(), version + 1);
    if (auto problems = problems_of(*after); !problems.empty()) refuse(new_problems(problems_of(*before), std::move(problems)), draft.removes());
    for (const Object& object : after->objects())
        if (!before->find(object.name)) require_free_table(session, object);
    for (const auto& step : draft.steps()) step(session, version + 1);
    bring_tables_up(session, *after);
    require_met_demands(session, *before, *after);
    change_indexes(session, *before, *after);
    store(session, draft.overlay(), version + 1);
    return after;
}

Registry::Trial Registry::try_out(const std::function<void(Draft&)>& edit) const {
    CataloguePointer before = current();
    Draft draft(*before, database_.read(stored_overlay));
    edit(draft);
    draft.prune();
    CataloguePointer after = build(draft.overlay(), before->version() + 1);
    return {after, new_problems(problems_of(*before), problems_of(*after))};
}

void Registry::refresh() {
    CataloguePointer mine = current();
    CataloguePointer next = database_.read([&](storage::Session& session) -> CataloguePointer {
        std::int64_t version = stored_version(session);
        return version == mine->version() ? nullptr : build(stored_overlay(session), version);
    });
    if (next) swap(std::move(next));
}

void Registry::make_indexes(std::stop_token stop) {
    while (!stop.stop_requested()) {
        CataloguePointer catalogue;
        {
            std::unique_lock lock(mutex_);
            if (!indexes_changed_.wait(lock, stop, [&] { return indexes_wanted_; })) return;
            catalogue = current_;
        }
        try {
            auto missing = database_.read([&](storage::Session& session) { return missing_indexes(session, *catalogue); });
            for (const auto& index : missing) {
                if (stop.stop_requested()) return;
                database_.write([&](storage::Session& session) { session.execute_script(index.sql); });
            }
            // Only now: what they were for is answered by others.
            auto superseded = database_.read([&](storage::Session& session) { return superseded_indexes(session, *catalogue); });
            for (const std::string& name : superseded) database_.write([&](storage::Session& session) { session.execute_script("DROP INDEX IF EXISTS " + quoted(name)); });
        } catch (const Failure& failure) {
            // A unique index over values that repeat: the field works, the administrator sees it in `rapport check`.
            log::warning("An index could not be made: {}", failure.what());
        }
        std::lock_guard lock(mutex_);
        if (current_ == catalogue) indexes_wanted_ = false;
        indexes_changed_.notify_all();
    }
}

void Registry::wait_for_indexes() {
    std::unique_lock lock(mutex_);
    indexes_changed_.wait(lock, [&] { return !indexes_wanted_; });
}

void require_current_types(storage::Session& session, const Catalogue& catalogue) {
    auto changed = session.value("SELECT value FROM storage_fact WHERE name = ?1", {types_fact});
    if (changed && std::stoll(changed->text()) > catalogue.version())
        throw Failure(FailureKind::Internal, "schema_mismatch", "The type of a field has changed since this catalogue was the current one.");
}

}  // namespace rapport::metadata
