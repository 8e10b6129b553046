#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "notifications/changed_records.h"
#include "notifications/notification.h"
#include "notifications/remindable.h"
#include "security/directory.h"
#include "storage/database.h"

namespace rapport::notifications {

/// When people are to be reminded next of what. It is kept in a table of its own: nobody has to look through the records for
/// it, and those who save them do nothing for it. Gathered from what happened and from the clock, then kept.
class Reminders {
public:
    /// Begins with all that the records say, those of the last day too, in place of what was kept.
    void add_all(storage::Session& session, DateTime now);
    /// Those that were set, moved or taken away.
    void add_set(storage::Session& session, const std::vector<records::Event>& events, DateTime now);
    /// Those whose time has come. What was to be told more than a day ago is not told any more.
    void add_due(storage::Session& session, const security::Directory& directory, DateTime now);

    bool empty() const { return !anew_ && set_.empty() && due_.empty(); }
    /// Whether there are others whose time has come, once these are kept.
    bool has_more() const { return has_more_; }
    /// What there is to tell, for leaving out who may not see it.
    std::vector<std::vector<News>*> news();

    /// Answers what is to be told; another node may have been faster.
    std::vector<News> keep(storage::Session& session) const;

private:
    struct Set {
        std::string_view object;
        DateTime at;  // 0: none any more
    };
    struct Due {
        RecordId record;
        DateTime at, next_at;  // 0: none any more
        std::vector<News> news;
    };
    void set(RecordId record, std::string_view object, const std::optional<Reminder>& next, DateTime now);
    void add_due_of(const RemindedObject& object, const std::map<RecordId, Due*>& due, storage::Session& session, const security::Directory& directory, DateTime now);

    std::map<RecordId, Set> set_;
    std::vector<Due> due_;
    bool anew_ = false;
    bool has_more_ = false;
};

/// Whether they were ever gathered here.
bool are_reminders_kept(storage::Session& session);

}  // namespace rapport::notifications
