#include "modules/activities/install.h"

#include <memory>
#include <set>
#include <span>
#include <string>

#include "modules/activities/contact_of_activity.h"
#include "modules/activities/event/occurrences.h"
#include "modules/activities/event/recurring_event.h"
#include "modules/activities/moved_reminder.h"
#include "modules/activities/note/title_from_body.h"
#include "modules/activities/task/recurring_task.h"
#include "modules/common/closing.h"
#include "modules/common/declarations.h"

namespace rapport::activities {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

void install(records::Service& service) {
    for (auto object : {"task", "event", "call", "note"}) service.add_hook(object, std::make_unique<ContactOfActivity>());
    for (auto object : {"task", "event"}) service.add_hook(object, std::make_unique<MovedReminder>());
    service.add_hook("task", std::make_unique<modules::Closing>(std::set<std::string>{"completed"}, modules::Closing::Fields{"is_closed", "completed_at"}));
    service.add_hook("task", std::make_unique<RecurringTask>());
    service.add_hook("event", std::make_unique<RecurringEvent>());
    service.add_action("event", "change_occurrences", std::make_unique<ChangeOccurrences>());
    service.add_action("event", "delete_occurrences", std::make_unique<DeleteOccurrences>());
    service.add_hook("note", std::make_unique<TitleFromBody>());
}

}  // namespace rapport::activities
