#pragma once

#include <string>
#include <string_view>

namespace rapport::matching {

/// How alike two words are spelled, 0 to 1, by Jaro and Winkler: letters in common, near where they stand, beginnings above all.
double jaro_winkler(std::string_view a, std::string_view b);

/// True when one letter more, less or other, or two that are swapped, make one of the other.
bool is_one_slip(std::string_view a, std::string_view b);

/// How a word sounds, roughly and in any language: its first consonants, of those that are mixed up only one.
std::string sound_of(std::string_view word);

}  // namespace rapport::matching
