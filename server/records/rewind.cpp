#include "records/rewind.h"

#include "records/change_set.h"
#include "records/history.h"
#include "records/merged.h"
#include "records/undo_page.h"
#include "security/directory.h"

namespace rapport::records {
namespace {

constexpr std::int64_t lines_per_transaction = 1000;

void refuse_what_was_not_there(storage::Database& database, DateTime moment) {
    auto made = database.read([](storage::Session& session) { return session.value("SELECT created_at FROM organization ORDER BY id LIMIT 1"); });
    if (!made || moment >= DateTime(made->integer())) return;
    throw Failure(FailureKind::Invalid, "before_the_workspace", "The workspace was made at " + DateTime(made->integer()).text() + ": choose a moment after that.");
}

/// Change sets from before the moment that were undone since: they stand again.
void let_stand(storage::Session& session, DateTime moment) {
    std::vector<std::int64_t> numbers;
    {
        auto rows = session.query("SELECT c.id FROM change_set c JOIN change_set u ON u.id = c.undone_by WHERE c.changed_at <= ?1 AND u.changed_at > ?1 ORDER BY c.id", {moment.microseconds()});
        while (rows->next()) numbers.push_back(rows->integer(0));
    }
    for (std::int64_t number : numbers) {
        const StoredChangeSet set = find_change_set(session, number).value();
        session.execute("UPDATE change_set SET undone = 'no', undone_by = NULL WHERE id = ?1", {set.id});
        if (set.undoes) session.execute("UPDATE change_set SET undone = 'yes', undone_by = ?1 WHERE id = ?2", {set.id, set.undoes});
        if (set.kind == "merge") mark_merged(session, set);
    }
}

/// What the change sets say of each other from now on.
void mark(storage::Session& session, DateTime moment, std::int64_t own) {
    let_stand(session, moment);
    session.execute("UPDATE change_set SET undone = 'yes', undone_by = ?1 WHERE changed_at > ?2 AND id <> ?1 AND kind <> 'change_type'", {own, moment.microseconds()});
}

}  // namespace

UndoReport rewind(Service& service, DateTime moment, const std::function<void(std::int64_t)>& progress) {
    refuse_what_was_not_there(service.database(), moment);
    const security::Actor actor = security::Actor::system("rewind");
    ChangeSet own(actor, Source::System, "rewind");
    const Run run{actor, Source::System, Mode::AllOrNothing, &own};
    const StoredChangeSet all_of_them;
    UndoReport report;
    std::set<std::string> changed;
    for (std::int64_t undone = 0, lines_of_page = -1; lines_of_page != 0; undone += lines_of_page) {
        service.database().write([&](storage::Session& session) {
            const auto lines = history_since(session, moment, report.reached, lines_per_transaction);
            lines_of_page = static_cast<std::int64_t>(lines.size());
            if (lines.empty()) return mark(session, moment, own.number());
            report.reached = lines.back().id;
            UndoPage page(service, run, all_of_them, OnConflict::Overwrite, session, report);
            page.undo(lines);
            page.finish();
            own.close(session);
            if (page.changed_rights()) security::note_change(session);
            changed.insert(page.changed_objects().begin(), page.changed_objects().end());
        });
        progress(undone);
    }
    report.change_set = own.number();
    service.announce(changed);
    return report;
}

}  // namespace rapport::records
