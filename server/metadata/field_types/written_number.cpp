#include "metadata/field_types/written_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "metadata/field_types/problems.h"

namespace rapport::metadata::types {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

/// One spelling each for the signs that have several.
std::string with_plain_signs(std::string_view written) {
    std::string out(written);
    for (std::string_view space : {"\u00a0", "\u2009", "\u202f"}) replace_all(out, space, " ");
    for (std::string_view apostrophe : {"\u2019", "\u02bc"}) replace_all(out, apostrophe, "'");
    for (std::string_view minus : {"\u2212", "\u2013"}) replace_all(out, minus, "-");
    return out;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text = text::trim(text.substr(prefix.size()));
    return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text = text::trim(text.substr(0, text.size() - suffix.size()));
    return true;
}

/// A closed list of codes, because any three letters could as well be a unit or "MIO".
constexpr std::string_view currency_names[] = {"US$", "A$",  "C$",  "R$",  "$",   "£",   "¥",   "฿",   "Fr.", "kr.", "kr",
                                               "zł",  "Kč",  "Ft",  "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "CAD",
                                               "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BRL", "MXN",
                                               "ZAR", "KRW", "SGD", "HKD", "TRY", "ILS", "AED", "SAR", "THB", "UAH"};

/// Bytes of the currency at the beginning; 0 when there is none.
std::size_t currency_size(std::string_view text) {
    for (std::string_view name : currency_names)
        if (text.starts_with(name)) return name.size();
    // The block U+20A0 to U+20CF holds currency signs only: "€", "₹", "₽", …
    if (text.size() < 3 || text[0] != '\xe2') return 0;
    bool in_block = (text[1] == '\x82' && text[2] >= '\xa0') || (text[1] == '\x83' && text[2] <= '\x8f');
    return in_block ? 3 : 0;
}

void take_currency(std::string_view& text) {
    if (std::size_t size = currency_size(text)) {
        text = text::trim(text.substr(size));
        return;
    }
    for (std::size_t begin = text.find_last_of("0123456789") + 1; begin < text.size(); ++begin) {
        if (begin + currency_size(text.substr(begin)) != text.size()) continue;
        text = text::trim(text.substr(0, begin));
        return;
    }
}

/// Takes "-", "120-" and "(120)"; true when the number is negative. The sign may stand before or after the currency.
bool take_minus(std::string_view& text) {
    if (text.starts_with('(') && text.ends_with(')')) {
        text = text::trim(text.substr(1, text.size() - 2));
        return true;
    }
    return take_prefix(text, "-") || take_suffix(text, "-");
}

/// Takes "k", "m" or "bn"; answers the power of ten.
int take_magnitude(std::string_view& text) {
    constexpr std::array<std::pair<std::string_view, int>, 9> endings{
        {{"bn", 9}, {"Bn", 9}, {"B", 9}, {"k", 3}, {"K", 3}, {"mn", 6}, {"Mio", 6}, {"m", 6}, {"M", 6}}};
    for (auto [ending, power] : endings)
        if (take_suffix(text, ending)) return power;
    return 0;
}

/// Digits in groups ("1,234,567", and "12,34,567" as India writes) without their separators; nothing when the groups are not right.
std::optional<std::string> without_groups(std::string_view text, char separator) {
    std::string out;
    bool first = true;
    while (true) {
        std::size_t end = text.find(separator);
        std::string_view group = text.substr(0, end);
        bool last = end == std::string_view::npos;
        bool right =
            all_digits(group) && !group.empty() && (first ? last || group.size() <= 3 : group.size() == 3 || (!last && group.size() == 2));
        if (!right) return {};
        out += group;
        if (last) return out;
        text.remove_prefix(end + 1);
        first = false;
    }
}

std::optional<std::string> join(std::string_view whole, char separator, std::string_view fraction) {
    auto digits = without_groups(whole, separator);
    if (!digits || !all_digits(fraction)) return {};
    return *digits + "." + std::string(fraction);
}

bool is_plain(std::string_view text) {
    std::size_t digits = text.find_first_not_of("0123456789");
    return !text.empty() && (digits == std::string_view::npos || text[digits] == 'e' || text[digits] == 'E') && is_digit(text.front());
}

/// "1,234" or "1.234": thousand and more, or one and a fraction.
bool looks_ambiguous(std::string_view text, std::size_t mark) {
    return mark >= 1 && mark <= 3 && text.size() - mark == 4 && text.front() != '0' && all_digits(text.substr(0, mark)) &&
           all_digits(text.substr(mark + 1));
}

enum class Reading { Thousands, Fraction, Unknown };

/// A number with three digits after its only mark. A point without a field to hold its digits may still come from a
/// program that meant a fraction; a comma comes from people, and they would not write digits that the field refuses.
Reading reading_of(char mark, int scale) {
    if (mark == '.' && scale >= 3) return Reading::Fraction;
    if (mark == ',' && scale < 3) return Reading::Thousands;
    return Reading::Unknown;
}

}  // namespace

Result<std::string> plain_number(std::string_view written, int scale) {
    auto invalid = [&] { return problem("invalid_number", quoted(written) + " is not a number: write it as 1234.5."); };
    std::string plain = with_plain_signs(written);
    std::string_view text = text::trim(plain);

    bool negative = take_minus(text);
    take_currency(text);
    if (!negative) negative = take_minus(text);
    if (!negative) take_prefix(text, "+");
    int power = take_magnitude(text);
    if (text.empty()) return invalid();

    auto answer = [&](const std::optional<std::string>& digits) -> Result<std::string> {
        if (!digits) return invalid();
        return fmt::format("{}{}{}", negative ? "-" : "", *digits, power ? fmt::format("e{}", power) : "");
    };

    // A blank or an apostrophe separates thousands only, so the one other mark is the decimal's.
    for (char separator : {' ', '\''}) {
        if (text.find(separator) == std::string_view::npos) continue;
        std::size_t mark = text.find_first_of(".,");
        return answer(join(text.substr(0, mark), separator, mark == std::string_view::npos ? "" : text.substr(mark + 1)));
    }

    std::size_t comma = text.rfind(',');
    std::size_t point = text.rfind('.');
    if (comma == std::string_view::npos && point == std::string_view::npos) return is_plain(text) ? answer(std::string(text)) : invalid();
    if (comma != std::string_view::npos && point != std::string_view::npos) {
        std::size_t mark = std::max(comma, point);
        return answer(join(text.substr(0, mark), text[std::min(comma, point)], text.substr(mark + 1)));
    }

    std::size_t mark = comma != std::string_view::npos ? comma : point;
    char sign = text[mark];
    if (text.find(sign) != mark) return answer(without_groups(text, sign));
    if (looks_ambiguous(text, mark)) {
        switch (reading_of(sign, scale)) {
            case Reading::Thousands: return answer(without_groups(text, sign));
            case Reading::Fraction: break;
            case Reading::Unknown: {
                std::string thousands = *without_groups(text, sign);
                return problem("ambiguous_number",
                               fmt::format("{} can mean {} or {}.{}: write thousands without a separator.", quoted(written), thousands,
                                           thousands.substr(0, mark), thousands.substr(mark)));
            }
        }
    }
    std::string digits(text);
    digits[mark] = '.';
    return answer(digits);
}

}  // namespace rapport::metadata::types
