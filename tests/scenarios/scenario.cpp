#include "scenario.h"

#include <fstream>
#include <stdexcept>

namespace rapport::scenarios {

std::vector<Step> read_scenario(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + " cannot be read");
    std::vector<Step> steps;
    std::string line;
    bool is_document = file.extension() == ".md";
    bool inside = !is_document;
    for (int number = 1; std::getline(in, line); ++number) {
        if (is_document && line.starts_with("```")) inside = line == "```scenario";
        if (!inside || line.starts_with("```")) continue;
        auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos || line[begin] == '#') continue;
        std::string text = line.substr(begin);
        if (begin == 0) {
            steps.push_back({number, text, {}});
            continue;
        }
        if (steps.empty()) throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": an expectation before the first step");
        if (begin >= 4) steps.back().text += " " + text;
        else steps.back().expectations.emplace_back(number, text);
    }
    return steps;
}

}  // namespace rapport::scenarios
