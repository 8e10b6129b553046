#include "records/undo_page.h"

#include <algorithm>

#include "records/merged.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;

/// What it comes from brings it along.
bool is_derived(const Field& field) { return !field.derived_from.empty() || !field.base_of.empty(); }

}  // namespace

std::vector<Piece> pieces_of(std::vector<HistoryLine> lines, RecordId asked_by) {
    // What hooks did is written before that from which it followed, and happened after it.
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine& one, const HistoryLine& other) { return one.changed_at > other.changed_at; });
    std::vector<Piece> pieces;
    std::map<RecordId, std::size_t> places;
    for (const HistoryLine& line : lines) {
        bool followed = asked_by && !line.changed_by;
        auto [place, is_new] = places.try_emplace(line.record, pieces.size());
        if (is_new) pieces.push_back({line.record, true, line.id, Piece::State::Live, line.operation == "delete" ? Piece::State::Trash : Piece::State::Live, {}});
        Piece& piece = pieces[place->second];
        piece.followed = piece.followed && followed;
        piece.newest = std::max(piece.newest, line.id);
        piece.was = line.operation == "create" ? Piece::State::None : line.operation == "restore" ? Piece::State::Trash : Piece::State::Live;
        for (const auto& [name, sides] : line.changes.members()) {
            auto& field = piece.fields.try_emplace(name, Piece::Sides{{}, sides.array().at(1), true}).first->second;
            field.was = sides.array().at(0);
            field.followed = field.followed && followed;
        }
    }
    return pieces;
}

std::optional<UndoPage::Plan> UndoPage::plan(const Piece& piece) {
    using enum Piece::State;
    const Object* object = catalogue_->find(piece.record);
    if (!object) return std::nullopt;  // an object that was removed has taken its records along
    Plan out{&piece, object, pipeline_->stored_record(*object, piece.record), {}, {}, {}, {}, {}, false, false};
    if (!out.now.id()) {
        out.conflicts.push_back(conflict(piece, "gone", "It was removed from the trash for good."));
        return out;
    }
    bool is_live = out.now["deleted_at"].is_null();
    if (piece.was == Live) {
        if (piece.became == Live && !is_live) out.conflicts.push_back(conflict(piece, "in_trash", "It went to the trash later: bring it back first."));
        else plan_fields(out);
    } else {
        if (is_live && on_conflict_ == OnConflict::Keep) find_changes_since(piece, *object, out.now, out.conflicts);
        // It goes back to the trash with the values that it had there.
        if (piece.was == Trash && out.conflicts.empty()) plan_fields(out);
    }
    return out;
}

UndoConflict UndoPage::field_conflict(const Plan& plan, const Field& field, std::string code, std::string message) const {
    UndoConflict one = conflict(*plan.piece, std::move(code), std::move(message));
    const auto& sides = plan.piece->fields.at(field.name);
    one.field = field.name;
    one.was = shown_value(sides.was);
    one.became = shown_value(sides.became);
    one.now = shown_value(history_value(field, plan.now[field]));
    return one;
}

/// What was merged away since is part of its survivor, unless it is put apart again by what is undone here.
Json UndoPage::value_before(const Field& field, const Piece::Sides& sides) {
    Json was = opened_value(sides.was);
    if (!set_.id || !field.is_reference() || !was.is_string()) return was;
    auto id = RecordId::parse(was.string());
    if (!id || merge_of(session_, *id) == set_.id) return was;
    const RecordId survivor = survivor_of(session_, *id);
    return survivor ? Json(survivor.text()) : was;
}

void UndoPage::plan_fields(Plan& plan) {
    for (const auto& [name, sides] : plan.piece->fields) {
        const Field* field = plan.object->find_field(name);
        if (!field || !field->has_column() || is_derived(*field)) continue;
        const Json current = opened_value(history_value(*field, plan.now[*field]));
        const Json was = value_before(*field, sides);
        if (current == was) continue;
        bool may_see = sides.followed || field->read_only || visible_(*plan.object, *field);
        bool takes = current == opened_value(sides.became) || on_conflict_ == OnConflict::Overwrite;
        if (!may_see) plan.hidden = true;
        else if (takes) {
            (sides.followed ? plan.followed : plan.asked).set(name, was);
            continue;
        } else if (!field->read_only) plan.kept.push_back(field_conflict(plan, *field, "changed_since", field->label + " was changed later."));
        plan.open.insert(name);
    }
    if (plan.kept.empty()) return;
    // What the system keeps goes with the rest: where that stays, this stays.
    for (Json* fields : {&plan.asked, &plan.followed}) {
        for (const auto& [name, sides] : plan.piece->fields) {
            const Field* field = plan.object->find_field(name);
            if (!field || !field->read_only || !fields->has(name)) continue;
            fields->erase(name);
            plan.open.insert(name);
        }
    }
}

}  // namespace rapport::records
