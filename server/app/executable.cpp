#include "app/executable.h"

namespace rapport::app {

std::filesystem::path web_folder() {
    auto program = std::filesystem::read_symlink("/proc/self/exe");
    for (auto folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        for (auto candidate : {folder / "web", folder / "web" / "dist"})
            if (std::filesystem::exists(candidate / "index.html") && !std::filesystem::exists(candidate / "package.json")) return candidate;
    }
    return program.parent_path() / "web";
}

}  // namespace rapport::app
