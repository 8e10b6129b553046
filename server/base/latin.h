#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

/// A text of any script in small letters a to z as it is spoken, folded (base/text.h): "Юлия" is "iulia", "山田" "shan tian".
/// For comparing names; what has no letters in Latin stays as it is.
std::string latin(std::string_view text);

}  // namespace rapport::text
