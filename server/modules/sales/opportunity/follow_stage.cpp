#include "modules/sales/opportunity/follow_stage.h"

#include <optional>

#include "base/calendar.h"
#include "modules/common/follow_up.h"

namespace rapport::sales {
namespace {

struct Stage {
    Value pipeline;
    Value probability;
    std::string type;

    bool is_closed() const { return type != "open"; }
    bool is_won() const { return type == "won"; }
};

std::optional<Stage> find_stage(storage::Session& session, const Value& id) {
    auto rows = session.query("SELECT pipeline_id, probability, type FROM stage WHERE id = ?1 AND deleted_at IS NULL", {id});
    if (!rows->next()) return std::nullopt;
    return Stage{rows->value(0), rows->value(1), std::string(rows->text(2))};
}

Value default_pipeline(storage::Session& session) {
    return session.value("SELECT id FROM pipeline WHERE active = 1 AND deleted_at IS NULL ORDER BY is_default DESC, sequence, id LIMIT 1").value_or(Value());
}

Value first_stage(storage::Session& session, const Value& pipeline) {
    return session.value("SELECT id FROM stage WHERE pipeline_id = ?1 AND type = 'open' AND deleted_at IS NULL ORDER BY sequence, id LIMIT 1", {pipeline})
        .value_or(Value());
}

/// Fills in whichever of pipeline and stage was left open. False when there is nothing to choose from.
bool choose_stage(records::Change& change) {
    Value& pipeline = change.after["pipeline_id"];
    Value& stage = change.after["stage_id"];
    bool moved_to_other_pipeline = change.before && change.is_given("pipeline_id") && change.changes("pipeline_id") && !change.is_given("stage_id");
    if (!stage.is_null() && !moved_to_other_pipeline) return true;
    if (pipeline.is_null()) pipeline = default_pipeline(change.session);
    if (pipeline.is_null()) {
        change.refuse("pipeline_id", "no_pipeline", "There is no active pipeline yet: make one with its stages first.");
        return false;
    }
    stage = first_stage(change.session, pipeline);
    if (!stage.is_null()) return true;
    change.refuse("stage_id", "no_stage", "This pipeline has no open stage to begin in: add one, or choose another pipeline.");
    return false;
}

void close_or_reopen(records::Change& change, const Stage& stage) {
    bool was_closed = change.before && (*change.before)["is_closed"] == Value(1);
    change.after["is_closed"] = stage.is_closed() ? 1 : 0;
    change.after["is_won"] = stage.is_won() ? 1 : 0;
    bool closes_now = change.before && stage.is_closed() && !was_closed;
    if (closes_now && !change.is_given("close_date")) change.after["close_date"] = change.actor.zone().date_at(DateTime::now()).days();
}

}  // namespace

void FollowStage::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    if (!choose_stage(change)) return;
    auto stage = find_stage(change.session, change.after["stage_id"]);
    if (!stage) return;  // the pipeline refuses what is not there
    Value& pipeline = change.after["pipeline_id"];
    if (change.is_given("pipeline_id") && !pipeline.is_null() && pipeline != stage->pipeline)
        change.refuse("stage_id", "wrong_pipeline", "This stage belongs to another pipeline: choose one of the pipeline's own.");
    pipeline = stage->pipeline;
    bool moves = change.changes("stage_id");
    Value& probability = change.after["probability"];
    if (probability.is_null() || (moves && !change.is_given("probability"))) probability = stage->probability;
    // What is brought in from elsewhere knows its own moment.
    if (moves && !change.is_given("stage_changed_at")) change.after["stage_changed_at"] = DateTime::now().microseconds();
    close_or_reopen(change, *stage);
}

void StageOutcomeChanged::after_save(records::Change& change, records::Service& service) const {
    if (change.kind != records::Operation::Kind::Update || !change.changes("type")) return;
    std::vector<RecordId> standing_there;
    {
        auto rows = change.session.query("SELECT id FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL", {change.id().number()});
        while (rows->next()) standing_there.emplace_back(rows->integer(0));
    }
    modules::FollowUp follow_up(change, service);
    for (RecordId id : standing_there) follow_up.update("opportunity", id, Json::Members{{"probability", nullptr}});
}

}  // namespace rapport::sales
