#include "notifications/notification.h"

#include "base/failure.h"
#include "base/text.h"

namespace rapport::notifications {

std::string_view name_of(Type type) {
    switch (type) {
        case Type::Assigned: return "assigned";
        case Type::Shared: return "shared";
        case Type::Mentioned: return "mentioned";
        case Type::TaskDue: return "task_due";
        case Type::EventStarts: return "event_starts";
        case Type::Job: return "job";
    }
    return "";
}

Type type_of(std::string_view name) {
    for (Type type : all_types)
        if (name_of(type) == name) return type;
    throw Failure(FailureKind::Invalid, "unknown_type", "There are no notifications called " + text::quoted(std::string(name)) + ".");
}

}  // namespace rapport::notifications
