#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::documents {

/// The parts of a rule of recurrence in their order: "FREQ=WEEKLY;BYDAY=MO". What is no part is left out.
class RuleText {
public:
    explicit RuleText(std::string_view text);

    /// Empty when there is none.
    std::string_view part(std::string_view name) const;
    /// Replaces or adds a part; an empty value takes it away.
    void set(std::string_view name, std::string value);
    std::string text() const;

private:
    std::vector<std::pair<std::string, std::string>> parts_;
};

}  // namespace rapport::documents
