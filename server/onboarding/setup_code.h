#pragma once

#include <string>
#include <string_view>

#include "identity/throttle.h"

namespace rapport::onboarding {

/// What whoever makes the first administrator in the browser has to know. It is made anew at each start of the program and
/// shown where that was started, so that somebody else on the network cannot be faster. Safe to use from any thread.
class SetupCode {
public:
    SetupCode();

    /// "3F9A-77C1-0B2E"
    const std::string& text() const { return text_; }

    /// Case and signs between do not count. Throws Failure(Forbidden, "wrong_setup_code"), and Failure(TooMany,
    /// "too_many_attempts") for an address that guesses, and once many addresses have guessed.
    void check(std::string_view given, const std::string& address);

private:
    std::string text_;
    identity::Throttle by_address_{5};
    identity::Throttle by_all_{50};
};

}  // namespace rapport::onboarding
