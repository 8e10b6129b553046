#include "base/locality.h"

#include <unicode/region.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

namespace rapport::locality {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool is_language(const std::string& tag) {
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    int32_t read = 0;
    uloc_forLanguageTag(tag.c_str(), locale, ULOC_FULLNAME_CAPACITY, &read, &status);
    if (U_FAILURE(status) || static_cast<std::size_t>(read) != tag.size()) return false;
    // ICU reads any letters; it knows a language by its name of three, and a country likewise.
    char country[ULOC_COUNTRY_CAPACITY];
    bool has_country = uloc_getCountry(locale, country, ULOC_COUNTRY_CAPACITY, &status) > 0;
    return *uloc_getISO3Language(locale) != '\0' && (!has_country || *uloc_getISO3Country(locale) != '\0');
}

bool is_country(const std::string& code) {
    if (code.size() != 2 || !std::all_of(code.begin(), code.end(), is_upper)) return false;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(code.c_str(), status);
    return U_SUCCESS(status) && region && region->getType() == URGN_TERRITORY;
}

bool is_currency(const std::string& code) {
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), is_upper)) return false;
    UErrorCode status = U_ZERO_ERROR;
    constexpr UDate always = std::numeric_limits<double>::infinity();
    return ucurr_isAvailable(icu::UnicodeString::fromUTF8(code).getTerminatedBuffer(), -always, always, &status) && U_SUCCESS(status);
}

}  // namespace rapport::locality
