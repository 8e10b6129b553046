#include "modules/common/declarations.h"

#include "modules/sales/install.h"

namespace rapport::sales {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() { return modules::read_declarations(declared_files()); }

}  // namespace rapport::sales
