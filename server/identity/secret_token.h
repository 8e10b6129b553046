#pragma once

#include <string>
#include <string_view>

namespace rapport::identity {

/// 256 random bits as 43 characters that are safe in headers, cookies and addresses.
std::string new_secret();

/// What is stored of a secret: a keyless BLAKE2b hash in hexadecimal. A secret of 256 random bits needs no salt.
std::string fingerprint(std::string_view secret);

/// A second secret that follows from the first one: the CSRF token of a session.
std::string derived_secret(std::string_view secret, std::string_view purpose);

/// Takes the same time wherever they differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace rapport::identity
