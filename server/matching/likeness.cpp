#include "matching/likeness.h"

#include <algorithm>
#include <string_view>

#include "matching/normal_forms.h"
#include "matching/spelling.h"

namespace rapport::matching {
namespace {

using metadata::Comparing;
using Words = std::vector<std::string>;

constexpr double least_alike = 0.8;   // words less alike have nothing to do with each other
constexpr double initial = 0.8;       // "j" for "john"
constexpr double short_form = 0.9;    // "rob" for "robert"
constexpr double slip = 0.92;
constexpr double one_part_only = 0.85;  // a surname alone, of a name that has more
constexpr double fewer_parts = 0.95;    // a middle name more
constexpr double part_of_longer = 0.85; // a company's name within a longer one
constexpr double other_numbers = 0.8;   // a street that is alike, with another number

enum class Initials { Count, Ignore };

/// 0 when the words are unlike.
double word_likeness(std::string_view a, std::string_view b, Initials initials) {
    if (a == b) return 1;
    if (initials == Initials::Count && (a.size() == 1 || b.size() == 1)) return a.front() == b.front() ? initial : 0;
    if (a.size() < 3 || b.size() < 3 || is_number(a) || is_number(b)) return 0;
    double out = jaro_winkler(a, b);
    if (a.starts_with(b) || b.starts_with(a)) out = std::max(out, short_form);
    if (std::min(a.size(), b.size()) >= 4 && is_one_slip(a, b)) out = std::max(out, slip);
    return out >= least_alike ? out : 0;
}

struct Pair {
    double likeness;
    std::size_t a, b;
};

/// Words of the one with words of the other, each once, the most alike first.
std::vector<Pair> paired(const Words& a, const Words& b, Initials initials) {
    std::vector<Pair> all;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            if (double alike = word_likeness(a[i], b[j], initials); alike > 0) all.push_back({alike, i, j});
    std::stable_sort(all.begin(), all.end(), [](const Pair& one, const Pair& other) { return one.likeness > other.likeness; });
    std::vector<bool> used_a(a.size()), used_b(b.size());
    std::vector<Pair> out;
    for (const Pair& pair : all) {
        if (used_a[pair.a] || used_b[pair.b]) continue;
        used_a[pair.a] = used_b[pair.b] = true;
        out.push_back(pair);
    }
    return out;
}

std::string joined(const Words& words) {
    std::string out;
    for (const std::string& word : words) out += word;
    return out;
}

/// What was written as one word or as two.
double as_one_word(const Words& a, const Words& b) {
    double alike = jaro_winkler(joined(a), joined(b));
    return alike > 0.9 ? alike : 0;
}

double person(const Words& a, const Words& b) {
    double sum = 0;
    auto pairs = paired(a, b, Initials::Count);
    for (const Pair& pair : pairs) sum += pair.likeness;
    const auto fewer = std::min(a.size(), b.size());
    const auto more = std::max(a.size(), b.size());
    if (pairs.size() < fewer) return std::max(sum / static_cast<double>(more), as_one_word(a, b));
    double alike = sum / static_cast<double>(fewer);
    if (a.size() != b.size()) alike *= fewer == 1 ? one_part_only : fewer_parts;
    return alike;
}

/// Long words say more than short ones.
double weight(const std::string& word) { return is_number(word) ? 4 : static_cast<double>(word.size()); }

double weight(const Words& words) {
    double sum = 0;
    for (const std::string& word : words) sum += weight(word);
    return sum;
}

/// The share of what they have in common: of both together, and of the one that has less besides.
struct Shares {
    double both, less;
};
Shares shares(const Words& a, const Words& b) {
    double in_a = 0, in_b = 0;
    for (const Pair& pair : paired(a, b, Initials::Ignore)) {
        in_a += pair.likeness * weight(a[pair.a]);
        in_b += pair.likeness * weight(b[pair.b]);
    }
    const double all_a = weight(a), all_b = weight(b);
    return {(in_a + in_b) / (all_a + all_b), std::max(in_a / all_a, in_b / all_b)};
}

double company(const Words& a, const Words& b) {
    auto [both, less] = shares(a, b);
    return std::max({both, part_of_longer * less, as_one_word(a, b)});
}

double address(const Words& a, const Words& b) {
    auto [both, less] = shares(a, b);
    double alike = std::max(both, short_form * less);
    auto numbered = [](const Words& words) { return std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_number(word); }); };
    bool shared = std::any_of(a.begin(), a.end(), [&](const std::string& word) { return is_number(word) && std::find(b.begin(), b.end(), word) != b.end(); });
    return numbered(a) && numbered(b) && !shared ? alike * other_numbers : alike;
}

double text(const Words& a, const Words& b) {
    Words sorted_a = a, sorted_b = b;
    std::sort(sorted_a.begin(), sorted_a.end());
    std::sort(sorted_b.begin(), sorted_b.end());
    return std::max(jaro_winkler(joined(a), joined(b)), jaro_winkler(joined(sorted_a), joined(sorted_b)));
}

double email(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    std::string_view local = a.substr(0, a.find('@')), other = b.substr(0, b.find('@'));
    if (local == other && local.size() > 4) return slip;
    return is_one_slip(a, b) ? slip : 0;
}

double phone(std::string_view a, std::string_view b) {
    const std::size_t digits = std::min(a.size(), b.size());
    a = a.substr(a.size() - digits);
    b = b.substr(b.size() - digits);
    if (a == b) return 1;
    return is_one_slip(a, b) ? initial : 0;
}

/// Of YYYYMMDD.
double date(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    auto year = [](std::string_view day) { return day.substr(0, 4); };
    auto month = [](std::string_view day) { return day.substr(4, 2); };
    auto number = [](std::string_view day) { return day.substr(6, 2); };
    bool turned = year(a) == year(b) && month(a) == number(b) && number(a) == month(b);
    if (turned || is_one_slip(a, b)) return short_form;
    int same_parts = (year(a) == year(b)) + (month(a) == month(b)) + (number(a) == number(b));
    if (same_parts == 2) return initial;
    int same_digits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same_digits += a[i] == b[i];
    return same_digits >= 6 ? 0.7 : 0;
}

/// Likeness from which values say anything for the records being the same.
double least(Comparing as) {
    switch (as) {
        case Comparing::Person: return 0.6;
        case Comparing::Company:
        case Comparing::Address: return 0.55;
        case Comparing::Text: return 0.7;
        default: return 0;
    }
}

double raw_likeness(Comparing as, const Words& a, const Words& b) {
    switch (as) {
        case Comparing::Person: return person(a, b);
        case Comparing::Company: return company(a, b);
        case Comparing::Address: return address(a, b);
        case Comparing::Text: return text(a, b);
        default: break;
    }
    double best = 0;
    for (const std::string& one : a)
        for (const std::string& other : b)
            best = std::max(best, as == Comparing::Email ? email(one, other) : as == Comparing::Phone ? phone(one, other) : as == Comparing::Date ? date(one, other) : one == other ? 1.0 : 0.0);
    return best;
}

}  // namespace

double likeness(Comparing as, const Words& a, const Words& b) { return (raw_likeness(as, a, b) - least(as)) / (1 - least(as)); }

}  // namespace rapport::matching
