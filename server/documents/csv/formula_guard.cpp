#include "documents/csv/formula_guard.h"

#include <algorithm>
#include <array>

namespace rapport::documents::csv {
namespace {

using namespace std::string_view_literals;

/// Spreadsheets of East Asia take the wide signs for the narrow ones.
constexpr std::array formula_signs{"="sv, "@"sv, "+"sv, "-"sv, "＝"sv, "＠"sv, "＋"sv, "－"sv};
constexpr std::array number_signs{"+"sv, "-"sv, "＋"sv, "－"sv};

std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

/// A tab or a line end in front does not keep every spreadsheet from the formula behind it.
bool begins_formula(std::string_view text) {
    if (!text.empty() && "\t\r\n"sv.find(text.front()) != std::string_view::npos) return true;
    text = without_blanks(text);
    return std::any_of(formula_signs.begin(), formula_signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

/// A sign and nothing but digits as people group them: a negative number or a telephone number, of which nothing can be run.
bool is_number(std::string_view text) {
    text = without_blanks(text);
    auto sign = std::find_if(number_signs.begin(), number_signs.end(), [&](std::string_view each) { return text.starts_with(each); });
    return sign != number_signs.end() && text.find_first_not_of("0123456789., ", sign->size()) == std::string_view::npos;
}

bool has_guard(std::string_view text) {
    const std::size_t apostrophes = text.find_first_not_of('\'');
    return apostrophes != 0 && apostrophes != std::string_view::npos && begins_formula(text.substr(apostrophes));
}

}  // namespace

bool wants_guard(std::string_view text) { return has_guard(text) || (begins_formula(text) && !is_number(text)); }

std::string_view unguarded(std::string_view text) { return text.substr(has_guard(text) ? 1 : 0); }

}  // namespace rapport::documents::csv
