#include "documents/table/header.h"

#include <unordered_set>

#include "base/text.h"

namespace rapport::documents {
namespace {

/// The name itself, or the first of "Email (2)", "Email (3)", … that is not taken.
std::string unused_name(const std::string& name, const std::unordered_set<std::string>& taken) {
    std::string answer = name;
    for (int i = 2; taken.contains(text::lower(answer)); ++i) answer = name + " (" + std::to_string(i) + ")";
    return answer;
}

}  // namespace

Header header_of(const std::vector<std::string>& written) {
    Header header;
    std::unordered_set<std::string> taken;
    for (std::size_t i = 0; i < written.size(); ++i) {
        std::string name(text::trim(written[i]));
        std::string place = "Column " + std::to_string(i + 1);
        std::string unique = unused_name(name.empty() ? place : name, taken);
        if (name.empty())
            header.notes.push_back({"", "nameless_column", place + " has no name in the header; it is called \"" + unique + "\"."});
        else if (unique != name)
            header.notes.push_back({"", "duplicate_column", "The header has \"" + name + "\" more than once; column " + std::to_string(i + 1) + " is called \"" + unique + "\"."});
        taken.insert(text::lower(unique));
        header.names.push_back(std::move(unique));
    }
    return header;
}

Problem lines_before_header(std::size_t line) {
    return {"", "lines_before_header", "The header was found in line " + std::to_string(line) + "; the lines above it were left out."};
}

}  // namespace rapport::documents
