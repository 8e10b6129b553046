#include "modules/common/declarations.h"

#include "modules/core/install.h"

namespace rapport::core {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

}  // namespace rapport::core
