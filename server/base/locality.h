#pragma once

#include <string>

namespace rapport::locality {

/// A language, with or without a country, as BCP 47 writes it: "de", "de-CH".
bool is_language(const std::string& tag);
/// A country in two letters (ISO 3166): "CH".
bool is_country(const std::string& code);
/// A currency in three letters (ISO 4217): "CHF".
bool is_currency(const std::string& code);

}  // namespace rapport::locality
