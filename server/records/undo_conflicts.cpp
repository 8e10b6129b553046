#include <algorithm>

#include "metadata/schema.h"
#include "records/undo_page.h"
#include "security/rights.h"

namespace rapport::records {
namespace {

constexpr std::size_t most_conflicts = 200;
/// How far back it is looked for who changed something.
constexpr std::int64_t most_lines = 500;

}  // namespace

UndoConflict UndoPage::conflict(const Piece& piece, std::string code, std::string message) const {
    const metadata::Object* object = catalogue_->find(piece.record);
    UndoConflict out;
    out.object = object ? object->name : "";
    out.record = piece.record;
    out.code = std::move(code);
    out.message = std::move(message);
    return out;
}

/// What could not be put back of what followed is told only where the actor sees the record.
void UndoPage::report(UndoConflict one) {
    ++report_.conflict_count;
    if (report_.conflicts.size() < most_conflicts) report_.conflicts.push_back(std::move(one));
}

/// Newest first, without those of the change set itself and of what undoes it now.
std::vector<HistoryLine> UndoPage::lines_since(const Piece& piece) {
    auto lines = history_of(session_, piece.record, 0, most_lines);
    std::erase_if(lines, [&](const HistoryLine& line) {
        bool own = line.change_set == set_.id || (line.change_set != 0 && line.change_set == run_.change_set->number());
        return own || line.id <= piece.newest;
    });
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine& one, const HistoryLine& other) { return one.changed_at > other.changed_at; });
    return lines;
}

void UndoPage::tell_who(UndoConflict& one, const std::vector<HistoryLine>& lines) {
    auto touches = [&](const HistoryLine& line) { return one.field.empty() || line.changes.has(one.field); };
    auto last = std::find_if(lines.begin(), lines.end(), touches);
    if (last == lines.end()) return;
    one.changed_by = last->changed_by;
    one.actor = last->actor;
    one.changed_at = last->changed_at;
}

/// Fields that are not as they were when the change set was done. What the actor may not see does not stand in the way:
/// deleting takes no account of it either.
void UndoPage::find_changes_since(const Piece& piece, const metadata::Object& object, const Record& now, std::vector<UndoConflict>& found) {
    auto lines = lines_since(piece);
    std::map<std::string, Json> then;
    for (const HistoryLine& line : lines)
        for (const auto& [name, sides] : line.changes.members()) then[name] = sides.array().at(0);  // the oldest comes last
    for (const auto& [name, value] : then) {
        const metadata::Field* field = object.find_field(name);
        if (!field || !field->has_column() || field->read_only || !visible_(object, *field)) continue;
        Json current = history_value(*field, now[*field]);
        if (opened_value(current) == opened_value(value)) continue;
        UndoConflict one = conflict(piece, "changed_since", field->label + " was changed later.");
        one.field = name;
        one.became = shown_value(value);
        one.now = shown_value(current);
        tell_who(one, lines);
        found.push_back(std::move(one));
    }
}

/// Live records that would go to the trash along with this one, and are none of the change set's own.
void UndoPage::find_records_since(const Piece& piece, const metadata::Object& object, std::vector<UndoConflict>& found) {
    for (const metadata::ChildRelation& child : object.children) {
        const metadata::Object& other = catalogue_->object(child.object);
        const metadata::Field& field = other.field(child.field);
        if (field.on_delete != metadata::OnDelete::Cascade || !field.has_column()) continue;
        std::vector<RecordId> ids;
        {
            auto rows = session_.query("SELECT id FROM " + metadata::quoted(other.name) + " c WHERE " + metadata::quoted(field.name) +
                                           " = ?1 AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM record_history h WHERE h.record_id = c.id AND h.change_set = ?2 AND h.operation IN ('create', 'restore'))",
                                       {piece.record.number(), set_.id});
            while (rows->next()) ids.emplace_back(rows->integer(0));
        }
        bool seen = run_.actor.rights().may(security::ObjectRight::Read, other) &&
                    std::any_of(ids.begin(), ids.end(), [&](RecordId id) { return pipeline_->is_reachable(other, id, security::Access::Read); });
        if (seen) found.push_back(conflict(piece, "has_records", other.plural_label + " hang on it that came later."));
    }
}

/// By a change set that stands: those that were undone, and those that only undo, come to nothing.
bool UndoPage::was_deleted_again(const Piece& piece) {
    return session_
        .value("SELECT 1 FROM record_history h JOIN change_set c ON c.id = h.change_set WHERE h.record_id = ?1 AND h.id > ?2 AND h.operation IN ('delete', 'restore') "
               "AND c.id <> ?3 AND c.id <> ?4 AND c.undone <> 'yes' AND c.kind <> 'undo' LIMIT 1",
               {piece.record.number(), piece.newest, set_.id, run_.change_set->number()})
        .has_value();
}

}  // namespace rapport::records
