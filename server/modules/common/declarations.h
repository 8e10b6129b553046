#pragma once

#include <span>
#include <vector>

#include "base/embedded_file.h"
#include "base/json.h"

namespace rapport::modules {

/// The objects that a module's files declare, in the order in which its CMakeLists.txt lists them. A field whose options
/// are the name of a list in picklists.json has the options of that list.
std::vector<Json> read_declarations(std::span<const EmbeddedFile> files);

}  // namespace rapport::modules
