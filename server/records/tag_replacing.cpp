#include "records/tag_replacing.h"

#include <algorithm>

#include "metadata/schema.h"
#include "records/tags.h"

namespace rapport::records {
namespace {

constexpr std::int64_t records_per_transaction = 300;
constexpr const char* kind = "replace_tags";

Operation operation_on(Operation::Kind what, std::string object, RecordId id) {
    Operation out;
    out.kind = what;
    out.object = std::move(object);
    out.id = id;
    return out;
}

std::string reason_of(const Failure& failure) { return failure.problems().empty() ? failure.what() : failure.problems().front().message; }

}  // namespace

/// It goes through the tags one after the other, and through the records of each by their ids, until all of that finds none to change:
/// people put tags on records meanwhile.
struct TagReplacing::State {
    std::size_t tag = 0;
    std::int64_t reached = 0;  // record
    std::int64_t found = 0;    // changed since it began with the first tag
    TagReport report;

    static State read(const Json& json) {
        State out;
        out.tag = static_cast<std::size_t>(json.integer_or("tag", 0));
        out.reached = json.integer_or("reached", 0);
        out.found = json.integer_or("found", 0);
        out.report = {json.integer_or("changed", 0), json.integer_or("kept", 0), json.string_or("reason", "")};
        return out;
    }
    std::string text() const {
        return Json(Json::Members{{"tag", static_cast<std::int64_t>(tag)}, {"reached", reached}, {"found", found}, {"changed", report.changed}, {"kept", report.kept}, {"reason", report.reason}}).text();
    }
    void start_over() {
        tag = 0;
        reached = found = report.kept = 0;
        report.reason.clear();
    }
};

struct TagReplacing::Found {
    RecordId id;
    bool in_trash;
};

TagReport tag_report_of(const StoredChangeSet& set) {
    if (set.details.empty()) return {};
    const Json json = Json::parse(set.details);
    return {json.integer_or("changed", 0), json.integer_or("kept", 0), json.string_or("reason", "")};
}

std::vector<TagReplacing::Tag> TagReplacing::tags(storage::Session& session) const {
    std::vector<Tag> out;
    for (RecordId id : replacement_.tags) {
        auto row = session.query("SELECT name, tint, deleted_at FROM tag WHERE id = ?1", {id.number()});
        if (row->next()) out.push_back({id, std::string(row->text(0)), row->value(1), !row->is_null(2)});
    }
    return out;
}

std::int64_t TagReplacing::begin(storage::Session& session, std::set<std::string>& changed) {
    tags_ = tags(session);
    if (tags_.size() < replacement_.tags.size() || std::any_of(tags_.begin(), tags_.end(), [](const Tag& tag) { return tag.in_trash; }))
        throw Failure(FailureKind::NotFound, "unknown_tag", "One of these tags is not there any more: load the list again.");
    for (const Tag& tag : tags_)
        if (tag.name == replacement_.by) throw invalid_field({"by", "repeated", "A tag cannot take its own place: name another, or write it differently."});
    ChangeSet own(actor_, source_, kind);
    own.set_about("tag", tags_.front().id);
    own.set_details(State().text());
    const std::int64_t number = own.open(session);
    begin_running(session, number);
    if (!replacement_.by.empty()) make_or_respell(own, session, changed);
    own.close(session);
    return number;
}

void TagReplacing::make_or_respell(ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed) {
    auto respelled = std::find_if(tags_.begin(), tags_.end(), [&](const Tag& tag) { return tag_key(tag.name) == tag_key(replacement_.by); });
    if (respelled != tags_.end()) {
        Operation operation = operation_on(Operation::Kind::Update, "tag", respelled->id);
        operation.fields.set("name", replacement_.by);
        const auto system = security::Actor::system("tags");
        service_.apply({system, Source::System, Mode::AllOrNothing, &change_set}, {operation}, session, changed);
        return;
    }
    if (known_spelling(session, replacement_.by)) return;
    auto tinted = std::find_if(tags_.begin(), tags_.end(), [](const Tag& tag) { return tag.tint.is_text(); });
    Operation operation = operation_on(Operation::Kind::Create, "tag", {});
    operation.fields = Json::Members{{"name", replacement_.by}};
    if (tinted != tags_.end()) operation.fields.set("tint", tinted->tint.text());
    service_.apply({actor_, source_, Mode::AllOrNothing, &change_set}, {operation}, session, changed);
}

bool TagReplacing::go_on(std::int64_t change_set, storage::Session& session, std::set<std::string>& changed) {
    const StoredChangeSet stored = change_set_for(session, actor_, change_set);
    if (stored.state == "done") return false;  // whoever did it ended before saying so
    if (stored.state != "running") throw Failure(FailureKind::Invalid, "tags_given_up", "This was given up: what it had changed stands. Ask for it again, or undo it.");
    tags_ = tags(session);
    State state = State::read(Json::parse(stored.details));
    ChangeSet own(actor_, source_, kind);
    own.go_on(change_set);
    replace(next_page(state, session), state, own, session, changed);
    const bool is_through = state.tag == tags_.size();
    const bool ends = is_through && state.found == 0;
    if (ends) {
        remove_unused(own, session, changed);
        end_running(session, change_set, "done");
    } else if (is_through) {
        state.start_over();
    }
    own.close(session);
    session.execute("UPDATE change_set SET details = ?1 WHERE id = ?2", {state.text(), change_set});
    return !ends;
}

std::vector<TagReplacing::Found> TagReplacing::next_page(State& state, storage::Session& session) const {
    std::vector<Found> out;
    while (state.tag < tags_.size()) {
        const std::int64_t room = records_per_transaction - static_cast<std::int64_t>(out.size());
        std::int64_t rows_found = 0;
        auto rows = session.query("SELECT r.record_id, t.record_id FROM record_tag r LEFT JOIN trash t ON t.record_id = r.record_id WHERE r.tag = ?1 AND r.record_id > ?2 ORDER BY r.record_id LIMIT ?3",
                                  {tag_key(tags_[state.tag].name), state.reached, room});
        for (; rows->next(); ++rows_found) out.push_back({RecordId(state.reached = rows->integer(0)), !rows->is_null(1)});
        if (rows_found == room) break;
        ++state.tag;
        state.reached = 0;
    }
    return out;
}

void TagReplacing::replace(const std::vector<Found>& page, State& state, ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed) {
    const metadata::CataloguePointer catalogue = service_.registry().current();
    const std::string by = known_spelling(session, replacement_.by).value_or(replacement_.by);
    const std::int64_t found_before = state.found;
    Json::Array removed;
    for (const Tag& tag : tags_) removed.emplace_back(tag.name);
    Json members(Json::Members{{"remove", std::move(removed)}});
    if (!by.empty()) members.set("add", Json::Array{by});
    std::vector<Operation> operations;
    for (const Found& one : page) {
        const metadata::Object* object = catalogue->find(one.id);
        const metadata::Field* field = object ? tags_field(*object) : nullptr;
        if (!field) continue;
        if (one.in_trash) {
            if (replace_in_trash(*object, *field, one.id, by, session)) ++state.found;
            continue;
        }
        Operation operation = operation_on(Operation::Kind::Update, object->name, one.id);
        operation.fields.set(field->name, members);
        operation.inside = {false, true, {}, true};
        operations.push_back(std::move(operation));
    }
    for (const Outcome& outcome : service_.apply({actor_, source_, Mode::RowByRow, &change_set}, operations, session, changed)) {
        if (outcome.result == Outcome::Result::Updated) ++state.found;
        if (!outcome.failure) continue;
        ++state.report.kept;
        if (state.report.reason.empty()) state.report.reason = reason_of(*outcome.failure);
    }
    state.report.changed += state.found - found_before;
}

bool TagReplacing::replace_in_trash(const metadata::Object& object, const metadata::Field& field, RecordId id, const std::string& by, storage::Session& session) const {
    const Value before = session.value("SELECT " + metadata::quoted(field.name) + " FROM " + metadata::quoted(object.name) + " WHERE id = ?1", {id.number()}).value();
    auto is_replaced = [&](std::string_view tag) { return std::any_of(tags_.begin(), tags_.end(), [&](const Tag& each) { return tag_key(each.name) == tag_key(tag); }); };
    Json::Array tags;
    for (std::string_view tag : tags_in(before))
        if (!is_replaced(tag)) tags.emplace_back(std::string(tag));
    if (!by.empty()) tags.emplace_back(by);
    const Value after = value_or_throw(field.type->read(Json(std::move(tags)), field));
    if (after == before) return false;
    session.execute("UPDATE " + metadata::quoted(object.name) + " SET " + metadata::quoted(field.name) + " = ?1 WHERE id = ?2", {after, id.number()});
    note_tags(session, id, before, after);
    return true;
}

void TagReplacing::remove_unused(ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed) {
    std::vector<Operation> operations;
    for (const Tag& tag : tags_)
        if (!tag.in_trash && tag_key(tag.name) != tag_key(replacement_.by)) operations.push_back(operation_on(Operation::Kind::Delete, "tag", tag.id));
    service_.apply({actor_, source_, Mode::RowByRow, &change_set}, operations, session, changed);
}

std::int64_t TagReplacing::count(storage::Session& session) const {
    std::int64_t sum = 0;
    for (const Tag& tag : tags(session)) sum += session.value("SELECT COUNT(*) FROM record_tag WHERE tag = ?1", {tag_key(tag.name)})->integer();
    return sum;
}

}  // namespace rapport::records
