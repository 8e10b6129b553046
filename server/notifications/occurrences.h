#pragma once

#include <map>
#include <utility>
#include <vector>

#include "metadata/catalogue.h"
#include "notifications/changed_records.h"
#include "notifications/notification.h"
#include "records/outbox.h"
#include "security/directory.h"
#include "storage/database.h"

namespace rapport::notifications {

/// What is to be told of changes, gathered for whom it concerns. Whether they may see it is asked afterwards.
class Occurrences {
public:
    Occurrences(storage::Session& session, const metadata::Catalogue& catalogue, const security::Directory& directory) : session_(session), catalogue_(catalogue), directory_(directory) {}

    void add(const std::vector<records::Event>& events);
    std::vector<News> take() &&;

private:
    void add_assigned(const metadata::Object& object, const Events& events);
    void add_shared(const metadata::Object& object, const Events& events);
    void add_mentioned(const metadata::Object& object, const metadata::Field& field, const Events& events);
    /// One record, by the event that made it news. `occasion` is once for a person.
    struct About {
        Type type;
        std::string occasion;
        const metadata::Object& object;
        RecordId record;
        const records::Event& event;
        Json details = {};
    };
    void tell(RecordId user, const About& about);
    /// What one act does to many records of an object is one occasion.
    static std::string act_of(Type type, const metadata::Object& object, const records::Event& event);
    /// Those that a user or a team stands for; roles and territories are no persons.
    std::vector<RecordId> people_of(RecordId grantee) const;
    /// Who did it: where something follows from a change in the system's name, who made the change.
    RecordId actor_of(const records::Event& event);

    storage::Session& session_;
    const metadata::Catalogue& catalogue_;
    const security::Directory& directory_;
    std::map<std::pair<RecordId, std::string>, News> news_;
    std::map<std::int64_t, RecordId> actors_;  // by change set
};

}  // namespace rapport::notifications
