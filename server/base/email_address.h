#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

/// An e-mail address in the one spelling by which addresses are kept and compared: all in lower case, an
/// international domain in its own script ("Ada@BÜCHER.example" is "ada@bücher.example", and so is its "xn--" form).
///
/// Capitals before the @ are lost on purpose: no provider tells addresses apart by them, and people do not remember them.
/// Problem: "invalid_email".
Result<std::string> normalize_email_address(std::string_view address);

}  // namespace rapport
