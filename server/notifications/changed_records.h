#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "records/outbox.h"

namespace rapport::notifications {

/// What happened to the records of one object.
using Events = std::vector<const records::Event*>;

std::map<std::string_view, Events> by_object(const std::vector<records::Event>& events);

/// The last event of each record that may have put something new into one of these fields: what the record holds now is what
/// that one left.
using LastChanges = std::map<RecordId, const records::Event*>;
LastChanges last_changes(const Events& events, const std::vector<std::string>& fields);

/// For Dialect::in_integers().
std::string ids_of(const LastChanges& changes);

}  // namespace rapport::notifications
