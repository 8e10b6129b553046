#pragma once

#include <string>

#include "app/workspace.h"

namespace rapport::app {

struct FirstUser {
    std::string email;
    std::string password;
    std::string first_name = "";
    std::string last_name = "Administrator";
};

/// What every new workspace begins with: the organization and its currency, what everybody may do, one pipeline with
/// stages, a price book, and the first administrator.
void make_first_data(Workspace& workspace, const FirstUser& user, const std::string& organization, const std::string& currency_code);

}  // namespace rapport::app
