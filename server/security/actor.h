#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/record_id.h"
#include "metadata/catalogue.h"

namespace rapport::security {

class Rights;

/// The code of a refusal that concerns a request as a whole: once it is known who asks, the same request goes through.
constexpr std::string_view unproved = "confirm_identity";

/// Who acts. Always a required argument; the system itself is an actor with a name.
class Actor {
public:
    Actor(RecordId user, std::string name, std::shared_ptr<const Rights> rights, TimeZone zone, int fiscal_year_start_month = 1)
        : user_(user), name_(std::move(name)), rights_(std::move(rights)), zone_(std::move(zone)), fiscal_year_start_month_(fiscal_year_start_month) {}
    /// May do everything; `name` stands in the history ("import", "migration").
    static Actor system(std::string name);

    /// None for the system.
    RecordId user() const { return user_; }
    const std::string& name() const { return name_; }
    const Rights& rights() const { return *rights_; }
    const std::shared_ptr<const Rights>& shared_rights() const { return rights_; }
    const TimeZone& zone() const { return zone_; }
    /// 1 to 12, of the organization.
    int fiscal_year_start_month() const { return fiscal_year_start_month_; }
    bool is_system() const { return !user_; }

    /// Of a session that has not proved for a while who it is.
    void ask_again() { must_prove_ = true; }
    /// Before what could hand the workspace over, or carry it away. Throws Failure(Forbidden, unproved): somebody may have
    /// found an open browser.
    void require_proof() const;

private:
    RecordId user_;
    std::string name_;
    std::shared_ptr<const Rights> rights_;
    TimeZone zone_;
    int fiscal_year_start_month_;
    bool must_prove_ = false;
};

}  // namespace rapport::security
