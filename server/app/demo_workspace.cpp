#include "app/demo_workspace.h"

#include <iostream>

#include "demo/make_demo.h"

namespace rapport::app {

void make_demo_workspace(Workspace& workspace, const std::string& password) {
    demo::make_demo(workspace.records(), security::Actor::system("demo"), [](std::string_view step) { std::cerr << "  " << step << "\n"; });
    for (const auto& person : workspace.directory().people()) workspace.identity().set_password(person.id, password);
}

}  // namespace rapport::app
