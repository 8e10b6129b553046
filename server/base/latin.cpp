#include "base/latin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::text {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Takes a while to make, and megabytes for Chinese: all threads share one. Using it changes nothing in it.
const icu::Transliterator& to_latin() {
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> out(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        ensure(U_SUCCESS(status) && out, "ICU has its rules of transliteration");
        return out;
    }();
    return *made;
}

}  // namespace

std::string latin(std::string_view text) {
    std::string folded = fold(text);
    if (is_ascii(folded)) return folded;
    icu::UnicodeString spelled = icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())));
    to_latin().transliterate(spelled);
    std::string out;
    spelled.toUTF8String(out);
    return fold(out);
}

}  // namespace rapport::text
