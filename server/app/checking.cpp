#include "app/checking.h"

#include "files/check.h"

namespace rapport::app {

std::vector<records::Finding> check(Workspace& workspace, const std::function<void(const std::string&)>& progress) {
    auto findings = records::check(workspace.records(), progress);
    auto of_files = files::check(workspace.files());
    findings.insert(findings.end(), std::make_move_iterator(of_files.begin()), std::make_move_iterator(of_files.end()));
    return findings;
}

}  // namespace rapport::app
