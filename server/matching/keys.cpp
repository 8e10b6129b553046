#include <algorithm>
#include <cstdint>

#include "matching/normal_forms.h"
#include "matching/profile.h"
#include "matching/spelling.h"

namespace rapport::matching {
namespace {

using metadata::Comparing;

constexpr std::size_t most_keys = 14;
constexpr std::size_t key_length = 7;
constexpr std::size_t shortest_local = 4;  // "info" and shorter are in many addresses
constexpr std::size_t last_digits = 7;

/// Short, and all of one length: what it stands for cannot be read back, and need not be. Two values share one by chance once
/// in 34 thousand million.
std::string key(char kind, std::string_view value) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U; };
    add(kind);
    for (char c : value) add(c);
    hash ^= hash >> 29;
    std::string out;
    for (std::size_t i = 0; i < key_length; ++i, hash >>= 5) out += "abcdefghijklmnopqrstuvwxyz234567"[hash & 31];
    return out;
}

struct Keys {
    std::vector<std::string> list;

    void add(char kind, std::string_view value) {
        if (!value.empty()) list.push_back(key(kind, value));
    }
    /// Each word by how it sounds.
    void add_words(char kind, const std::vector<std::string>& words, std::size_t shortest, std::size_t most) {
        for (const std::string& word : words) {
            if (word.size() < shortest && !is_number(word)) continue;
            if (most-- == 0) return;
            add(kind, sound_of(word));
        }
    }
};

void add_keys(Keys& keys, Comparing as, const std::vector<std::string>& values) {
    switch (as) {
        case Comparing::Person: return keys.add_words('p', values, 2, 4);
        case Comparing::Company: return keys.add_words('c', values, 2, 5);
        case Comparing::Address: return keys.add_words('a', values, 4, 3);
        case Comparing::Email:
            for (const std::string& address : values) {
                keys.add('e', address);
                if (auto at = address.find('@'); at > shortest_local) keys.add('l', address.substr(0, at));
            }
            return;
        case Comparing::Phone:
            for (const std::string& number : values) keys.add('t', number.substr(number.size() - std::min(number.size(), last_digits)));
            return;
        case Comparing::Domain:
            for (const std::string& domain : values) keys.add('w', domain);
            return;
        case Comparing::Date:
            for (const std::string& day : values) keys.add('d', day);
            return;
        case Comparing::Text: {
            std::string whole;
            for (const std::string& word : values) whole += word;
            return keys.add('x', sound_of(whole));
        }
        case Comparing::Exact: 
            for (const std::string& value : values)
                if (value.size() >= 6) keys.add('v', value);
            return;
    }
}

}  // namespace

std::vector<std::string> keys_of(const Profile& profile) {
    Keys keys;
    for (std::size_t i = 0; i < profile.values.size(); ++i) add_keys(keys, profile.object->duplicate_rules.compare[i].as, profile.values[i]);
    std::vector<std::string> out;
    for (std::string& one : keys.list)
        if (out.size() < most_keys && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
    return out;
}

}  // namespace rapport::matching
