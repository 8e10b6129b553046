#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/record_id.h"

namespace rapport::security {

/// Whose records somebody may treat in some way, and why. However many reasons there are, a question asks for one list.
class Owners {
public:
    struct Part {
        std::string code;
        std::string sentence;  // for people: why
        RecordId source;       // the role, team or rule that it follows from
        std::shared_ptr<const std::string> json;  // the users, as a JSON array
    };

    /// Does nothing when there are no users.
    void add(std::string code, std::string sentence, RecordId source, const std::set<std::int64_t>& users);
    const std::vector<Part>& parts() const { return parts_; }
    std::size_t count() const { return users_.size(); }
    /// The users of all parts, as a JSON array.
    const std::shared_ptr<const std::string>& json() const { return json_; }

private:
    std::vector<Part> parts_;
    std::set<std::int64_t> users_;
    std::shared_ptr<const std::string> json_ = std::make_shared<const std::string>("[]");
};

std::string json_array(const std::set<std::int64_t>& numbers);

}  // namespace rapport::security
