#include "documents/recurrence/rule_text.h"

#include <algorithm>

#include "base/text.h"

namespace rapport::documents {
namespace {

/// Rules are ASCII.
std::string capitals(std::string_view text) {
    std::string out(text::trim(text));
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

}  // namespace

RuleText::RuleText(std::string_view text) {
    for (std::string_view part : text::split(text, ';')) {
        const auto sign = part.find('=');
        if (sign != std::string_view::npos) parts_.emplace_back(capitals(part.substr(0, sign)), capitals(part.substr(sign + 1)));
    }
    // Some write the name of the property before it.
    if (!parts_.empty() && parts_.front().first.starts_with("RRULE:")) parts_.front().first.erase(0, 6);
}

std::string_view RuleText::part(std::string_view name) const {
    auto found = std::find_if(parts_.begin(), parts_.end(), [&](const auto& part) { return part.first == name; });
    return found == parts_.end() ? std::string_view() : std::string_view(found->second);
}

void RuleText::set(std::string_view name, std::string value) {
    auto found = std::find_if(parts_.begin(), parts_.end(), [&](const auto& part) { return part.first == name; });
    if (found == parts_.end()) {
        if (!value.empty()) parts_.emplace_back(name, std::move(value));
    } else if (value.empty()) {
        parts_.erase(found);
    } else {
        found->second = std::move(value);
    }
}

std::string RuleText::text() const {
    std::string out;
    for (const auto& [name, value] : parts_) out += (out.empty() ? "" : ";") + name + "=" + value;
    return out;
}

}  // namespace rapport::documents
