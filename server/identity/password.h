#pragma once

#include <string>
#include <string_view>

namespace rapport::identity {

constexpr std::size_t shortest_password = 10;
constexpr std::size_t longest_password = 1024;

/// Throws Failure(Invalid, "weak_password") that says what a password needs. Length counts, not kinds of characters (NIST SP 800-63B).
void check_password(std::string_view password);

/// argon2id with a salt of its own, as one text. Takes tens of milliseconds and 64 MB; two at a time, a few others wait.
/// Throws Failure(TooMany, "too_many_logins") when there are more.
std::string hash_password(std::string_view password);

/// Takes the same time whether the hash fits or is empty, so that strangers cannot tell who has an account.
/// Throws as hash_password() does.
bool verify_password(std::string_view password, const std::string& hash);

}  // namespace rapport::identity
