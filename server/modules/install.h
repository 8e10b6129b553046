#pragma once

#include "records/service.h"

namespace rapport::modules {

/// Adds the behaviour of all modules' objects; called once, before the first change.
void install(records::Service& service);

}  // namespace rapport::modules
