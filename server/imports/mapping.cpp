#include "imports/mapping.h"

#include "base/text.h"

namespace rapport::imports {

std::string Source::value(const documents::Row& row) const {
    std::string answer = text.fill(row);
    if (!values.empty())
        if (auto found = values.find(text::fold(answer)); found != values.end()) answer = found->second;
    return answer.empty() ? fallback : answer;
}

}  // namespace rapport::imports
