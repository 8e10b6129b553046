#pragma once

#include "base/json_writer.h"
#include "imports/report.h"

namespace rapport::imports {

/// A report as the API and the command line show it.
void write_report(JsonWriter& out, const Report& report);

}  // namespace rapport::imports
