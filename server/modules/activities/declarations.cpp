#include "modules/common/declarations.h"

#include "modules/activities/install.h"

namespace rapport::activities {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

}  // namespace rapport::activities
