#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "records/history.h"
#include "records/pipeline.h"
#include "records/undo.h"

namespace rapport::records {

/// What lines of a change set did to one record, taken together.
struct Piece {
    enum class State { None, Trash, Live };
    struct Sides {
        Json was, became;
        bool followed = true;  // all of it, from what somebody asked for
    };
    RecordId record;
    bool followed = true;
    std::int64_t newest = 0;  // line
    State was = State::Live;
    State became = State::Live;
    std::map<std::string, Sides> fields;
};

/// What happened last comes first. `asked_by`: the one who made the change set; what they did not do themselves followed.
std::vector<Piece> pieces_of(std::vector<HistoryLine> lines, RecordId asked_by);

/// Undoes some lines of a change set inside a transaction.
class UndoPage {
public:
    UndoPage(Service& service, const Run& run, const StoredChangeSet& set, OnConflict on_conflict, storage::Session& session, UndoReport& report);

    void undo(const std::vector<HistoryLine>& lines);
    /// Writes what is written for all of it together.
    void finish();
    const std::set<std::string>& changed_objects() const { return changed_; }
    bool changed_rights() const { return changed_rights_; }
    /// The first refusal for want of rights, and whether anything was undone that followed from what was asked for.
    const std::optional<Failure>& forbidden() const { return forbidden_; }
    bool undid_followed() const { return undid_followed_; }

private:
    /// What is to be done about a piece, as things stood before any of it was undone: hooks change other records on the way.
    struct Plan {
        const Piece* piece;
        const metadata::Object* object;
        Record now;
        std::vector<UndoConflict> conflicts;  // for which the record as a whole stays as it is
        std::vector<UndoConflict> kept;       // fields that stay as they are
        Json asked, followed;                 // fields to put back, in whose name
        std::set<std::string> open;           // for hooks to say
        bool hidden = false;                  // something stays that the actor may not see
        bool done = false;
    };
    std::optional<Plan> plan(const Piece& piece);
    void plan_fields(Plan& plan);
    Json value_before(const metadata::Field& field, const Piece::Sides& sides);
    void undo(Plan& plan);
    void remove(Plan& plan);
    bool bring_back(const Plan& plan);
    void put_back(Plan& plan);
    /// Takes out what the write road does not take back, as long as something is left.
    bool put_back(const Plan& plan, const Json& fields, bool followed);
    void report_kept(Plan& plan);
    /// What hooks made of it while other records were undone is put right.
    void put_right(const Plan& plan);
    bool apply(const Operation& operation, bool followed);

    void find_changes_since(const Piece& piece, const metadata::Object& object, const Record& now, std::vector<UndoConflict>& found);
    void find_records_since(const Piece& piece, const metadata::Object& object, std::vector<UndoConflict>& found);
    bool was_deleted_again(const Piece& piece);
    std::vector<HistoryLine> lines_since(const Piece& piece);
    void tell_who(UndoConflict& conflict, const std::vector<HistoryLine>& lines);
    UndoConflict conflict(const Piece& piece, std::string code, std::string message) const;
    UndoConflict field_conflict(const Plan& plan, const metadata::Field& field, std::string code, std::string message) const;
    void report(UndoConflict conflict);
    void switch_to(bool followed);

    Service& service_;
    const Run& run_;
    const StoredChangeSet& set_;
    OnConflict on_conflict_;
    storage::Session& session_;
    UndoReport& report_;
    security::Actor system_;
    Run system_run_;
    query::FieldVisible visible_;
    metadata::CataloguePointer catalogue_;
    std::unique_ptr<Pipeline> pipeline_;
    bool follows_ = false;
    std::set<std::string> changed_;
    bool changed_rights_ = false;
    std::optional<Failure> forbidden_, failure_;
    bool undid_followed_ = false;
    std::set<std::pair<RecordId, std::string>> refused_;  // fields that the write road did not take back
};

}  // namespace rapport::records
