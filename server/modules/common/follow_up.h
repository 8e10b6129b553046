#pragma once

#include <string>

#include "records/hook.h"
#include "records/service.h"

namespace rapport::modules {

/// Further changes that follow from one: through the same pipeline, in the same transaction, whatever the person who
/// began may do. The history names the object whose change they follow from.
class FollowUp {
public:
    FollowUp(records::Change& change, records::Service& service);

    /// Throws the Failure of the change when it cannot be made.
    void update(const std::string& object, RecordId id, Json fields);
    void create(const std::string& object, Json fields);

private:
    void apply(records::Operation operation);

    records::Change& change_;
    records::Service& service_;
    security::Actor actor_;
};

}  // namespace rapport::modules
