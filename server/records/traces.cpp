#include "records/history.h"
#include "records/pipeline.h"
#include "search/index.h"

namespace rapport::records {
namespace {

std::string_view operation_name(Operation::Kind kind) {
    switch (kind) {
        case Operation::Kind::Create: return "create";
        case Operation::Kind::Delete: return "delete";
        case Operation::Kind::Restore: return "restore";
        default: return "update";
    }
}

/// Stamps tell nothing that the history row does not say itself.
bool is_stamp(const metadata::Field& field) { return field.system && field.name != "owner_id" && field.name != "currency_code"; }

/// {"amount": [100, 120]}: from, to. What a record began with can be read backwards from what it is. What is secret stands
/// there as it is stored, {"sealed": "…"}: shown to nobody, but good enough to put it back.
std::string changes_json(const Change& change, const std::vector<const metadata::Field*>& changed) {
    std::string json;
    JsonWriter out(json);
    out.begin_object();
    bool update = change.kind == Operation::Kind::Update;
    for (const metadata::Field* field : changed) {
        if (!update || is_stamp(*field) || !field->base_of.empty()) continue;
        out.key(field->name).begin_array();
        for (const Record* side : {change.before, static_cast<const Record*>(&change.after)}) write_history_value(out, *field, (*side)[*field]);
        out.end_array();
    }
    out.end_object();
    return json;
}

}  // namespace

void Pipeline::write_history(const Change& change, const std::vector<const metadata::Field*>& changed) {
    Value by = run_.actor.user() ? Value(run_.actor.user().number()) : Value();
    history_.push_back({change.id().number(), DateTime::now().microseconds(), by, run_.actor.name(), name_of(run_.source), operation_name(change.kind),
                        changes_json(change, changed)});
}

void Pipeline::write_search_text(const Change& change, const std::vector<const metadata::Field*>& changed) {
    bool touched = std::any_of(changed.begin(), changed.end(), [&](const metadata::Field* field) { return search::is_indexed(change.object, *field); });
    if (touched) search_.put(change.object, change.id(), [&](const metadata::Field& field) { return change.after[field]; });
}

void Pipeline::write_outbox(const Change& change, const std::vector<const metadata::Field*>& changed) {
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    if (change.kind == Operation::Kind::Update)
        for (const metadata::Field* field : changed)
            if (!is_stamp(*field)) out.string(field->name);
    out.end_array();
    outbox_.push_back({change.id().number(), change.object.name, operation_name(change.kind), json, DateTime::now().microseconds(), run_.actor.user().number()});
}

void Pipeline::forget_since(const Mark& mark) {
    run_.change_set->go_back(mark.change_set);
    history_.resize(mark.history);
    outbox_.resize(mark.outbox);
    search_.forget_since(mark.search);
    totals_.resize(mark.totals);
    roll_ups_.erase(roll_ups_.begin() + static_cast<std::ptrdiff_t>(mark.roll_ups), roll_ups_.end());
}

void Pipeline::finish() {
    update_roll_ups();
    write_totals();
    if (!history_.empty()) {
        run_.change_set->add_lines(history_.size());
        std::int64_t number = run_.change_set->open(session_);
        for (auto& line : history_) line.emplace_back(number);
        for (auto& event : outbox_) event.emplace_back(number);
        session_.insert_rows("record_history", "record_id, changed_at, changed_by_id, actor, source, operation, changes, change_set", history_);
    }
    session_.insert_rows("outbox", "record_id, object, operation, fields, happened_at, actor_id, change_set", outbox_);
    search_.write(session_);
    history_.clear();
    outbox_.clear();
}

}  // namespace rapport::records
