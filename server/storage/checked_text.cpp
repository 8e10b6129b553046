#include "storage/checked_text.h"

#include "base/failure.h"
#include "base/text.h"

namespace rapport::storage {

void check_text(std::string_view text) {
    if (text.find('\0') == std::string_view::npos && text::is_valid_utf8(text)) return;
    throw Failure(FailureKind::Invalid, "invalid_text",
                  "The text cannot be stored, because it has bytes that are not text in UTF-8. Send it again as UTF-8, "
                  "without zero bytes.");
}

}  // namespace rapport::storage
