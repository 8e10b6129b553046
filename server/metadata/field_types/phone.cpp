#include "metadata/field_types/phone.h"

#include <fmt/format.h>
#include <phonenumbers/phonenumberutil.h>

#include <set>

#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::string_view usual_region = "US";
constexpr std::string_view extension_mark = ";ext=";

// Characters of E.164 with its "+": at most 15 digits; the shortest numbers that there are (in Iran) have six.
constexpr std::size_t shortest_number = 7;
constexpr std::size_t longest_number = 16;
constexpr std::size_t longest_code = 3;
constexpr std::size_t last_digits = 6;  // by which people know a number, too

const PhoneNumberUtil& numbers() { return *PhoneNumberUtil::GetInstance(); }

/// Whether the number is written with its country code.
bool names_country(std::string_view text) { return text.find('+') < text.find_first_of("0123456789") || text.starts_with("\uff0b"); }

/// Why a number is none, for the end of a sentence.
std::string_view reason_of(PhoneNumberUtil::ErrorType error) {
    switch (error) {
        case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return "there is no such country code";
        case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
        case PhoneNumberUtil::TOO_SHORT_NSN: return "it is too short";
        case PhoneNumberUtil::TOO_LONG_NSN: return "it is too long";
        default: return "it has no digits of one";
    }
}

std::string_view reason_of(PhoneNumberUtil::ValidationResult result) {
    switch (result) {
        case PhoneNumberUtil::TOO_LONG: return "it is too long";
        case PhoneNumberUtil::TOO_SHORT: return "it is too short";
        case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return "its area code is missing";
        default: return "no number of that country has this length";
    }
}

/// One telephone number, so that it can be dialled from anywhere.
class Phone final : public TextLike {
public:
    Phone() : TextLike("phone", {}) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        return TextLike::configure(field, declaration).and_then([&] { return configure_phone_region(field, declaration); });
    }

    std::string search_text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : phone_search_text(stored.text());
    }

protected:
    Result<Value> accept(std::string_view text, const Field& field) const override {
        return read_phone(text, field).map([](std::string number) { return Value(std::move(number)); });
    }
};

}  // namespace

Result<void> configure_phone_region(const Field& field, const Json& declaration) {
    Settings settings(field, declaration);
    std::string region = settings.text("region", usual_region);
    if (numbers().GetCountryCodeForRegion(region) == 0)
        settings.refuse("region", "must be a country in two capital letters, such as \"DE\"");
    return settings.result();
}

Result<std::string> read_phone(std::string_view text, const Field& field) {
    auto invalid = [&](std::string_view reason) {
        return refuse(
            field, "invalid_phone",
            fmt::format("{} is not a telephone number: {}. Write it with its country code, such as +49 30 901820.", quoted(text), reason));
    };
    PhoneNumber number;
    auto error = numbers().Parse(std::string(text), field.declaration.string_or("region", usual_region), &number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) return invalid(reason_of(error));
    std::string out;
    numbers().Format(number, PhoneNumberUtil::E164, &out);
    if (out.size() < shortest_number) return invalid("it is too short");
    if (out.size() > longest_number) return invalid("it is too long");
    // Number plans change, and the library's may be older than the number. One with its country code is complete
    // whatever its length; one without could lack its area code, and would be a number of nobody.
    auto possible = numbers().IsPossibleNumberWithReason(number);
    if (!names_country(text) && possible != PhoneNumberUtil::IS_POSSIBLE && !numbers().IsValidNumber(number))
        return invalid(reason_of(possible));
    if (!number.extension().empty()) out += std::string(extension_mark) + number.extension();
    return out;
}

/// What is stored is taken apart by its country code (none begins with another): parsing it again would be slow.
std::string phone_search_text(std::string_view stored) {
    static const std::set<int> codes = [] {
        std::set<int> out;
        numbers().GetSupportedCallingCodes(&out);
        return out;
    }();
    std::string_view international = stored.substr(0, stored.find(extension_mark));
    int code = 0;
    std::size_t place = 1;
    while (place < international.size() && place <= longest_code && !codes.contains(code)) code = code * 10 + (international[place++] - '0');
    if (!codes.contains(code)) return std::string(stored);
    std::string_view national = international.substr(place);
    return fmt::format("{}, {}, {}", international, national, national.substr(national.size() - std::min(national.size(), last_digits)));
}

const FieldType& phone_type() {
    static const Phone type;
    return type;
}

}  // namespace rapport::metadata::types
