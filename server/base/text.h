#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::text {

bool is_valid_utf8(std::string_view text);

/// Without white space (of any script) at either end.
std::string_view trim(std::string_view text);

/// For matching: compatibility-decomposed, without marks, case-folded ("Müller-Straße" is "muller-strasse"); letters that are
/// typed without their strokes as those ("Łódź" is "lodz"), digits of all scripts as 0 to 9.
std::string fold(std::string_view text);

/// Lower case in any script; marks stay.
std::string lower(std::string_view text);
std::string upper(std::string_view text);

/// For names of things in code: "West Coast Öl" is "west_coast_ol".
std::string slug(std::string_view text, char separator = '_');

/// A lower-case letter first, then lower-case letters, digits and single underscores; 1 to 60 characters.
bool is_identifier(std::string_view text);

/// The candidate that is closest in spelling, if any is close enough to be meant; empty otherwise.
std::string_view nearest(std::string_view wanted, const auto& candidates);

/// Changes to get from one to the other: insert, delete, replace, swap neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The parts between separators; one that is empty for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Number of Unicode characters.
std::size_t length(std::string_view text);

/// What somebody wrote, in quotes and cut to a length that fits a sentence, never inside a character.
std::string quoted(std::string_view text);

/// Whether people see nothing there: white space, invisible and control characters only, or nothing at all.
bool is_blank(std::string_view text);

/// Whether there is a control character, such as NUL or a new line.
bool has_control_characters(std::string_view text);

/// Lower-case hexadecimal digits of bytes.
std::string hex(std::string_view bytes);

// ---------------------------------------------------------------------------------------------------------------

std::string_view nearest(std::string_view wanted, const auto& candidates) {
    std::string_view best;
    std::size_t best_distance = wanted.size() / 3 + 1;
    for (std::string_view candidate : candidates) {
        std::size_t distance = edit_distance(wanted, candidate);
        if (distance > best_distance || (distance == best_distance && !best.empty())) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

}  // namespace rapport::text
