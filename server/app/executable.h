#pragma once

#include <filesystem>

namespace rapport::app {

/// The folder of the built web app that belongs to this program: `web` beside it, or web/dist of the source tree it was built in.
std::filesystem::path web_folder();

}  // namespace rapport::app
