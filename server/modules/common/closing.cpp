#include "modules/common/closing.h"

#include "base/calendar.h"

namespace rapport::modules {

void Closing::before_save(records::Change& change) const {
    const Value& status = change.after["status"];
    bool closed = status.is_text() && closed_.contains(status.text());
    change.after[fields_.checkbox] = closed ? 1 : 0;
    Value& since = change.after[fields_.moment];
    if (!closed) since = nullptr;
    // What is brought in from elsewhere knows its own moment.
    else if (since.is_null()) since = DateTime::now().microseconds();
}

}  // namespace rapport::modules
