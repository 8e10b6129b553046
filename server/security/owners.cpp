#include "security/owners.h"

namespace rapport::security {

std::string json_array(const std::set<std::int64_t>& numbers) {
    std::string out = "[";
    for (std::int64_t number : numbers) out += (out.size() > 1 ? "," : "") + std::to_string(number);
    return out + "]";
}

void Owners::add(std::string code, std::string sentence, RecordId source, const std::set<std::int64_t>& users) {
    if (users.empty()) return;
    users_.insert(users.begin(), users.end());
    json_ = std::make_shared<const std::string>(json_array(users_));
    parts_.push_back({std::move(code), std::move(sentence), source, std::make_shared<const std::string>(json_array(users))});
}

}  // namespace rapport::security
