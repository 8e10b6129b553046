#pragma once

#include <string>

#include "identity/identity.h"
#include "records/service.h"

namespace rapport::onboarding {

struct FirstData {
    std::string organization = "My company";
    std::string currency_code = "EUR";
    std::string locale = "en";
    std::string language = "en";
    std::string time_zone = "UTC";
    // The first administrator.
    std::string email = {};
    std::string password = {};
    std::string first_name = {};
    std::string last_name = "Administrator";
};

/// Whether nobody can ever have logged in: there is no user, not even in the trash.
bool is_new(storage::Database& database);

/// What every new workspace begins with: the organization and its currency, what everybody may do, one pipeline with
/// stages, a price book, and the first administrator, whose id it answers. In one transaction, which nobody wins who comes
/// second: throws Failure(Conflict, "already_set_up").
RecordId make_first_data(records::Service& records, const FirstData& first);

}  // namespace rapport::onboarding
