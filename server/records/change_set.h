#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "records/operation.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::records {

/// Gathers what one save, batch, import, merge or other act changes, so that it can be undone as a whole. Its row is written
/// when there is something to tell of, and once, unless the act goes over several transactions.
class ChangeSet {
public:
    /// Without a kind it is called by what is done in it: "create", "update", "delete", "restore", or "batch" for several of these.
    ChangeSet(const security::Actor& actor, Source source, std::string kind = {});

    /// One whose row an earlier transaction has written.
    void go_on(std::int64_t number);
    /// What it is about, in a word: the object and the first record of it.
    void set_about(std::string object, RecordId record);
    /// The change set that this one undoes.
    void set_undoes(std::int64_t number) { now_.undoes = number; }
    /// What cannot be told from the lines of the history, such as which records were merged.
    void set_details(std::string json) { now_.details = std::move(json); }

    /// One operation has been done; what followed from another is not counted.
    void note(const security::Actor& actor, const Operation& operation, const Outcome& outcome);
    void add_lines(std::size_t lines) { now_.lines += static_cast<std::int64_t>(lines); }

    /// Its number; from then on it is in the database.
    std::int64_t open(storage::Session& session);
    /// 0 while nothing was changed.
    std::int64_t number() const { return number_; }
    /// Brings its row up to date, at the end of each transaction.
    void close(storage::Session& session);

    /// What it is like at one moment; an operation that fails is taken back to it.
    struct State {
        std::string kind;
        std::string object;
        RecordId record;
        std::int64_t records = 0;  // operations that somebody asked for
        std::int64_t lines = 0;    // of the history, with all that followed
        std::int64_t undoes = 0;
        std::string details;
        friend bool operator==(const State&, const State&) = default;
    };
    struct Mark {
        std::int64_t number;
        State now, written;
    };
    Mark mark() const { return {number_, now_, written_}; }
    void go_back(const Mark& mark);

private:
    Value actor_id_;
    std::string actor_name_;
    std::string_view source_;
    bool named_;            // its kind was given
    bool ongoing_ = false;  // its row stands, and only grows
    std::int64_t number_ = 0;
    State now_;
    State written_;  // as the row has it
};

/// "screen", "api", "import", "system"
std::string_view name_of(Source source);

/// The step of the schema that made change sets: the history from before belongs to none.
void add_change_sets(storage::Session& session);
void drop_leases_of_change_sets(storage::Session& session);

}  // namespace rapport::records
