#include "storage/testing/temporary_folder.h"

#include <stdlib.h>

#include <stdexcept>

namespace rapport::storage::testing {

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "rapport-test-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made as " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

}  // namespace rapport::storage::testing
