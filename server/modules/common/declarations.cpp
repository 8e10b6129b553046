#include "modules/common/declarations.h"

namespace rapport::modules {

std::vector<Json> read_declarations(std::span<const EmbeddedFile> files) {
    std::vector<Json> declarations;
    for (const EmbeddedFile& file : files) declarations.push_back(Json::parse(file.content));
    return declarations;
}

}  // namespace rapport::modules
