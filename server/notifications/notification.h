#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/json.h"
#include "base/record_id.h"

namespace rapport::notifications {

/// What people are told of. Each can be switched off by everybody for themselves.
enum class Type { Assigned, Shared, Mentioned, TaskDue, EventStarts, Job };
inline constexpr std::array all_types{Type::Assigned, Type::Shared, Type::Mentioned, Type::TaskDue, Type::EventStarts, Type::Job};
std::string_view name_of(Type type);
/// Throws Failure(Invalid, "unknown_type").
Type type_of(std::string_view name);

/// Something that one person is to be told.
struct News {
    RecordId user;
    Type type = Type::Assigned;
    /// What happened, once for a person: more of the same is added to what they have been told of it.
    std::string occasion;
    std::string object;  // of the records
    std::vector<RecordId> records;
    RecordId actor;      // who did it; none: the system
    Json details;        // what a type needs besides
    DateTime at;
};

/// As it is kept for that person.
struct Notification {
    std::int64_t id = 0;
    Type type = Type::Assigned;
    std::string group;  // what it is shown with: a record, or what happened where that are many
    std::string object;
    std::vector<RecordId> records;  // the first of them
    std::int64_t count = 0;         // how many there are in all
    RecordId actor;
    Json details;
    DateTime at;  // when it happened, or came back
    bool is_read = false;
    DateTime snoozed_until;  // 0: not
};

}  // namespace rapport::notifications
