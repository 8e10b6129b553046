#include "matching/normal_forms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/latin.h"
#include "base/text.h"

namespace rapport::matching {
namespace {

using metadata::Comparing;
using Words = std::vector<std::string>;

constexpr std::size_t most_words = 24;        // of a value; the rest is not compared
constexpr std::size_t longest_text = 1000;    // bytes
constexpr std::size_t shortest_number = 6;    // digits of a telephone number
constexpr std::size_t compared_digits = 8;    // its last ones: area codes and zeros before them are written in many ways

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_single_letter(std::string_view text, std::size_t place) {
    return place < text.size() && is_letter(text[place]) && (place == 0 || !is_letter(text[place - 1])) && (place + 1 == text.size() || !is_letter(text[place + 1]));
}

/// "mueller" is "muller": the same umlaut without dots and spelled out.
void shorten_umlauts(std::string& word) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (word[i] == 'e' && (word[i - 1] == 'a' || word[i - 1] == 'o' || word[i - 1] == 'u')) word.erase(i, 1);
}

enum class Points { Part, Abbreviate };

/// Runs of letters and runs of digits. Apostrophes do not part them ("o'neil"), nor do points in abbreviations ("l.l.c.").
Words words_of(std::string_view text, Points points = Points::Part) {
    Words out;
    std::string latin = text::latin(text.substr(0, longest_text));
    char before = ' ';
    for (std::size_t i = 0; i < latin.size() && out.size() < most_words; ++i) {
        char c = latin[i];
        if (c == '\'' || c == '`') continue;
        if (c == '.' && points == Points::Abbreviate && i > 0 && is_single_letter(latin, i - 1) && is_single_letter(latin, i + 1)) continue;
        bool goes_on = (is_letter(c) && is_letter(before)) || (is_digit(c) && is_digit(before));
        if (goes_on) out.back() += c;
        else if (is_letter(c) || is_digit(c)) out.emplace_back(1, c);
        before = c;
    }
    std::for_each(out.begin(), out.end(), shorten_umlauts);
    return out;
}

const std::unordered_set<std::string_view>& titles() {
    static const std::unordered_set<std::string_view> list{"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "monsieur", "madame", "mme", "sir", "ing", "dipl", "mag", "phd", "jr", "sr"};
    return list;
}

/// Legal forms, and words that are in half of all names.
const std::unordered_set<std::string_view>& legal_forms() {
    static const std::unordered_set<std::string_view> list{
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp",  "plc", "corp", "corporation", "co",  "company", "gmbh", "mbh", "ag",  "kg",  "kgaa", "ohg", "ug",  "ev",
        "se",  "sa",           "sas", "sarl",    "srl", "spa", "sl",  "bv",  "nv",   "vof",         "ab",  "oy",      "oyj",  "as",  "asa", "aps", "sro",  "zrt", "kft", "doo",
        "ooo", "oao",          "zao", "pao",     "pty", "pte", "kk",  "yk",  "the",  "of",          "and", "und",     "et",   "de",  "der", "die", "y",    "e",   "holding", "group"};
    return list;
}

/// As streets and directions are abbreviated, in the languages whose addresses do that most; without umlauts spelled out.
std::string_view short_form_of(std::string_view word) {
    static const std::unordered_map<std::string_view, std::string_view> list{
        {"street", "st"},   {"str", "st"},      {"strasse", "st"}, {"saint", "st"},   {"avenu", "ave"},  {"av", "ave"},      {"boulevard", "blvd"}, {"blv", "blvd"},   {"bd", "blvd"},
        {"road", "rd"},     {"drive", "dr"},    {"place", "pl"},   {"platz", "pl"},   {"court", "ct"},    {"circuit", "cct"}, {"crescent", "cres"},  {"cr", "cres"},    {"lane", "ln"},
        {"square", "sq"},   {"highway", "hwy"}, {"parkway", "pkwy"}, {"terrace", "tce"}, {"suite", "ste"},  {"apartment", "apt"}, {"floor", "fl"},     {"building", "bldg"}, {"ru", "r"},
        {"north", "n"},     {"south", "s"},     {"east", "e"},     {"west", "w"},     {"northeast", "ne"}, {"northwest", "nw"}, {"southeast", "se"},  {"southwest", "sw"}, {"first", "1"},
        {"second", "2"},    {"third", "3"},     {"fourth", "4"},   {"fifth", "5"},    {"sixth", "6"},     {"seventh", "7"},   {"eighth", "8"},       {"ninth", "9"},    {"tenth", "10"}};
    auto found = list.find(word);
    return found == list.end() ? word : found->second;
}

Words without(Words words, const std::unordered_set<std::string_view>& left_out) {
    Words rest;
    for (const std::string& word : words)
        if (!left_out.contains(word)) rest.push_back(word);
    return rest.empty() ? words : rest;
}

/// "51st" is 51; "Hauptstr." is "haupt st", so that it is like "Hauptstraße" and "Haupt Straße".
Words address_words(std::string_view text) {
    static const std::unordered_set<std::string_view> ordinals{"st", "nd", "rd", "th"};
    constexpr std::array<std::string_view, 3> endings{"strasse", "str", "platz"};
    Words out;
    std::string before;
    for (const std::string& word : words_of(text)) {
        const bool ordinal = ordinals.contains(word) && is_number(before) && out.size() > 1;
        before = word;
        if (ordinal) continue;
        auto ending = std::find_if(endings.begin(), endings.end(), [&](std::string_view one) { return word.size() > one.size() + 2 && word.ends_with(one); });
        if (ending != endings.end()) {
            out.push_back(word.substr(0, word.size() - ending->size()));
            out.emplace_back(short_form_of(*ending));
        } else {
            out.emplace_back(short_form_of(word));
        }
    }
    return out;
}

Words one(std::string value) { return value.empty() ? Words{} : Words{std::move(value)}; }

/// Without what the owner of the address may add to it ("ada+news@") and, where the provider says so, points.
std::string email_form(std::string_view text) {
    std::string address = text::lower(text::trim(text));
    auto at = address.rfind('@');
    if (at == std::string::npos || at == 0) return address;
    std::string local = address.substr(0, at), domain = address.substr(at + 1);
    if (domain == "googlemail.com") domain = "gmail.com";
    if (auto plus = local.find('+'); plus != std::string::npos && plus > 0) local.resize(plus);
    if (domain == "gmail.com") std::erase(local, '.');
    return local + "@" + domain;
}

std::string phone_form(std::string_view text) {
    std::string digits;
    for (char c : text::fold(text))
        if (is_digit(c)) digits += c;
    if (digits.size() < shortest_number) return {};
    return digits.substr(digits.size() - std::min(compared_digits, digits.size()));
}

/// YYYYMMDD, of a date or of a text that writes one so.
std::string date_form(std::string_view text) {
    std::string digits;
    for (char c : text)
        if (is_digit(c)) digits += c;
    return digits.size() == 8 ? digits : std::string();
}

/// "https://www.acme.com/about" and "info@acme.com" are "acme.com"; where everybody can have an address says nothing.
std::string domain_form(std::string_view text) {
    static const std::unordered_set<std::string_view> everybodys{"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "gmx.de", "gmx.net", "web.de",
                                                                 "aol.com", "proton.me", "protonmail.com", "t-online.de", "orange.fr", "free.fr", "mail.ru", "yandex.ru", "qq.com", "163.com",
                                                                 "facebook.com", "linkedin.com", "instagram.com", "twitter.com", "x.com", "wordpress.com", "github.com", "google.com"};
    std::string host = text::lower(text::trim(text));
    if (auto scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
    host.resize(std::min(host.find_first_of("/?#:"), host.size()));
    if (auto at = host.rfind('@'); at != std::string::npos) host.erase(0, at + 1);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host.find('.') == std::string::npos || everybodys.contains(host) ? std::string() : host;
}

}  // namespace

bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

bool has_words(Comparing as) { return as == Comparing::Text || as == Comparing::Person || as == Comparing::Company || as == Comparing::Address; }

Words normal_form(Comparing as, std::string_view text) {
    switch (as) {
        case Comparing::Exact: return one(text::fold(text::trim(text)));
        case Comparing::Text: return words_of(text);
        case Comparing::Person: return without(words_of(text), titles());
        case Comparing::Company: return without(words_of(text, Points::Abbreviate), legal_forms());
        case Comparing::Address: return address_words(text);
        case Comparing::Email: return one(email_form(text));
        case Comparing::Phone: return one(phone_form(text));
        case Comparing::Domain: return one(domain_form(text));
        case Comparing::Date: return one(date_form(text));
    }
    return {};
}

}  // namespace rapport::matching
