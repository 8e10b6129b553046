#include "modules/common/declarations.h"

#include "base/failure.h"

namespace rapport::modules {

std::span<const EmbeddedFile> shared_files();  // made by rapport_embed in CMakeLists.txt

namespace {

void fill_in_options(Json& declaration, const Json& picklists) {
    for (Json& field : declaration.member("fields").items()) {
        if (!field["options"].is_string()) continue;
        const Json& options = picklists[field["options"].string()];
        ensure(options.is_array(), "a shared list of options is in picklists.json");
        field.set("options", options);
    }
}

}  // namespace

std::vector<Json> read_declarations(std::span<const EmbeddedFile> files) {
    const Json picklists = Json::parse(shared_files().front().content);
    std::vector<Json> declarations;
    for (const EmbeddedFile& file : files) {
        declarations.push_back(Json::parse(file.content));
        fill_in_options(declarations.back(), picklists);
    }
    return declarations;
}

}  // namespace rapport::modules
