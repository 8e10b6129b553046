#include "matching/spelling.h"

#include <algorithm>
#include <bitset>

namespace rapport::matching {
namespace {

constexpr std::size_t longest = 64;  // letters of a word that are looked at
constexpr std::size_t most_sounds = 4;

/// The one that stands for those that are mixed up; nothing for vowels and what is not heard.
char sound(char letter) {
    switch (letter) {
        case 'c': case 'q': case 'g': case 'j': case 'x': case 'k': return 'k';
        case 'z': case 's': return 's';
        case 'v': case 'w': case 'f': return 'f';
        case 'b': case 'p': return 'p';
        case 'd': case 't': return 't';
        case 'm': case 'n': return 'n';
        case 'l': case 'r': return letter;
        default: return 0;
    }
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a == b) return 1;
    if (a.empty() || b.empty()) return 0;
    const std::size_t half = std::max(a.size(), b.size()) / 2;
    const std::size_t reach = half > 1 ? half - 1 : 0;
    std::bitset<longest> in_a, in_b;
    double common = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t last = std::min(b.size(), i + reach + 1);
        for (std::size_t j = i > reach ? i - reach : 0; j < last; ++j) {
            if (in_b[j] || a[i] != b[j]) continue;
            in_a[i] = in_b[j] = true;
            ++common;
            break;
        }
    }
    if (common == 0) return 0;
    double swapped = 0;
    for (std::size_t i = 0, j = 0; i < a.size(); ++i) {
        if (!in_a[i]) continue;
        while (!in_b[j]) ++j;
        if (a[i] != b[j++]) ++swapped;
    }
    const double jaro = (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) + (common - swapped / 2) / common) / 3;
    std::size_t beginning = 0;
    while (beginning < std::min({a.size(), b.size(), std::size_t(4)}) && a[beginning] == b[beginning]) ++beginning;
    return jaro + 0.1 * static_cast<double>(beginning) * (1 - jaro);
}

bool is_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t first = 0;
    while (first < a.size() && a[first] == b[first]) ++first;
    std::string_view rest_a = a.substr(first), rest_b = b.substr(first);
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.empty()) return false;
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

std::string sound_of(std::string_view word) {
    if (word.empty() || (word.front() >= '0' && word.front() <= '9')) return std::string(word);
    std::string out;
    for (std::size_t i = 0; i < word.size() && out.size() < most_sounds; ++i) {
        char heard = word.substr(i, 2) == "ph" ? 'f' : sound(word[i]);
        if (i == 0 && heard == 0) heard = 'a';
        if (heard != 0 && (out.empty() || out.back() != heard)) out += heard;
    }
    return out;
}

}  // namespace rapport::matching
