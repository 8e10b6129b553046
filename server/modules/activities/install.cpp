#include "modules/activities/install.h"

#include <span>

#include "base/embedded_file.h"

namespace rapport::activities {

std::span<const EmbeddedFile> declared_files();  // made by rapport_embed in CMakeLists.txt

std::vector<Json> declarations() {
    std::vector<Json> answer;
    for (const EmbeddedFile& file : declared_files()) answer.push_back(Json::parse(file.content));
    return answer;
}

}  // namespace rapport::activities
