#pragma once

#include <span>
#include <string_view>

namespace rapport::demo {

/// A name in its own script, and in Latin letters for addresses.
struct Word {
    std::string_view text;
    std::string_view latin;
};

struct City {
    std::string_view name;
    std::string_view state;  // empty where addresses have none
};

/// What a company does: the word in its name and the value of account.industry.
struct Trade {
    Word word;
    std::string_view industry;
};

/// Everything invented about one country. The names are common ones in chance combinations: nobody is meant.
struct Culture {
    std::string_view country;
    std::string_view language;
    std::string_view currency;
    int share;  // of 100 accounts
    std::span<const Word> given_names;
    std::span<const Word> family_names;
    std::span<const City> cities;
    std::span<const std::string_view> streets;  // "#" becomes a house number
    std::string_view postal_code;               // "#" becomes a digit
    std::span<const Word> company_roots;
    std::span<const Trade> trades;
    std::string_view company_pattern;  // "{root} {trade} GmbH"
    std::string_view phone_pattern;    // "#" becomes a digit, within numbers set aside for fiction; empty where there are none
    std::string_view mobile_pattern;
};

std::span<const Culture> cultures();

}  // namespace rapport::demo
