#pragma once

#include <memory>
#include <string>

#include "base/calendar.h"
#include "base/record_id.h"
#include "metadata/catalogue.h"

namespace rapport::security {

class Rights;

/// Who acts. Always a required argument; the system itself is an actor with a name.
class Actor {
public:
    Actor(RecordId user, std::string name, std::shared_ptr<const Rights> rights, TimeZone zone)
        : user_(user), name_(std::move(name)), rights_(std::move(rights)), zone_(std::move(zone)) {}
    /// May do everything; `name` stands in the history ("import", "migration").
    static Actor system(std::string name);

    /// None for the system.
    RecordId user() const { return user_; }
    const std::string& name() const { return name_; }
    const Rights& rights() const { return *rights_; }
    const TimeZone& zone() const { return zone_; }
    bool is_system() const { return !user_; }

private:
    RecordId user_;
    std::string name_;
    std::shared_ptr<const Rights> rights_;
    TimeZone zone_;
};

}  // namespace rapport::security
