#pragma once

#include <string>
#include <string_view>

#include "records/hook.h"

namespace rapport::sales {

/// Fills an account's domain from its web site, and follows the web site as long as nobody wrote another domain.
class DomainOfWebsite final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// "https://www.Acme.example:8080/about" is "acme.example"; so is "www.acme.example". Empty for what has no host name.
std::string domain_of(std::string_view address);

}  // namespace rapport::sales
