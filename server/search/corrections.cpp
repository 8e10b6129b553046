#include "search/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "search/pieces.h"

namespace rapport::search {
namespace {

constexpr std::size_t key_length = 7;      // characters
constexpr std::size_t shortest_typed = 4;  // below, nearly everything is near
constexpr std::size_t two_mistakes_from = 9;
constexpr std::size_t most_corrections = 8;
constexpr int most_looked_at = 400;  // of each key
constexpr std::string_view last_character = "\U0010ffff";

using Characters = std::vector<std::string_view>;

std::string join(const Characters& all, std::size_t without) {
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != without) out += all[i];
    return out;
}

/// The first letters, and those with one of them left out. Two words that differ by one letter that was forgotten, added,
/// changed or swapped have one in common.
std::set<std::string> keys_of(std::string_view word) {
    Characters begin = characters(word);
    if (begin.size() > key_length) begin.resize(key_length);
    std::set<std::string> keys;
    for (std::size_t without = 0; without <= begin.size(); ++without) keys.insert(join(begin, without));
    return keys;
}

struct Distance {
    std::size_t of_beginning;  // from what was typed to the nearest beginning of the word
    std::size_t of_word;
    auto operator<=>(const Distance&) const = default;
};

/// Changes from one to the other: insert, delete, replace, swap neighbours.
Distance distance(const Characters& typed, const Characters& word) {
    std::vector<std::size_t> before_previous, previous(word.size() + 1), current(word.size() + 1);
    for (std::size_t j = 0; j <= word.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= word.size(); ++j) {
            const bool same = typed[i - 1] == word[j - 1];
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
            if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
        }
        before_previous = previous;
        previous = current;
    }
    return {*std::min_element(previous.begin(), previous.end()), previous.back()};
}

/// Whether so many pairs of key and name are kept: for each that is, its name. Answered from the index alone.
std::string kept_statement(std::size_t pairs) {
    std::string sql;
    for (std::size_t i = 0; i < pairs; ++i)
        sql += fmt::format("{0}SELECT name FROM search_name WHERE key = ?{1} AND name = ?{2}", i == 0 ? "" : " UNION ALL ", 2 * i + 1, 2 * i + 2);
    return sql;
}

/// Those of the names that are kept.
std::vector<std::string> kept_of(storage::Session& session, const std::set<std::string>& names) {
    // Few lengths, so that few statements are prepared. The last name is asked for again until they are so many.
    static const std::array<std::pair<std::size_t, std::string>, 3> statements{{{4, kept_statement(4)}, {16, kept_statement(16)}, {64, kept_statement(64)}}};
    std::vector<std::string> out;
    for (auto next = names.begin(); next != names.end();) {
        const auto left = static_cast<std::size_t>(std::distance(next, names.end()));
        const auto fitting = std::find_if(statements.begin(), statements.end(), [&](const auto& one) { return left <= one.first; });
        const auto& [at_once, sql] = fitting == statements.end() ? statements.back() : *fitting;
        std::vector<Value> pairs;
        for (; next != names.end() && pairs.size() < 2 * at_once; ++next) pairs.insert(pairs.end(), {*keys_of(*next).begin(), *next});
        while (pairs.size() < 2 * at_once) pairs.insert(pairs.end(), {pairs[pairs.size() - 2], pairs[pairs.size() - 1]});
        auto rows = session.query(sql, pairs);
        while (rows->next()) out.emplace_back(rows->text(0));
    }
    return out;
}

}  // namespace

void keep_names(storage::Session& session, const std::vector<std::string>& names) {
    std::set<std::string> missing(names.begin(), names.end());
    for (const std::string& name : kept_of(session, missing)) missing.erase(name);
    std::vector<std::vector<Value>> rows;
    for (const std::string& name : missing)
        for (const std::string& key : keys_of(name)) rows.push_back({key, name});
    session.insert_rows("search_name", "key, name", rows);
}

std::vector<std::string> names_beginning(storage::Session& session, std::string_view beginning, int most) {
    Characters key = characters(beginning);
    if (key.size() > key_length) key.resize(key_length);
    const std::string first = join(key, key.size());
    auto rows = session.query("SELECT DISTINCT name FROM search_name WHERE key >= ?1 AND key < ?2 AND name >= ?3 AND name < ?4 LIMIT ?5",
                              {first, first + std::string(last_character), beginning, std::string(beginning) + std::string(last_character), most});
    std::vector<std::string> names;
    while (rows->next()) names.emplace_back(rows->text(0));
    return names;
}

std::vector<std::string> corrections(storage::Session& session, std::string_view typed) {
    const Characters letters = characters(typed);
    if (letters.size() < shortest_typed) return {};
    const std::size_t allowed = letters.size() < two_mistakes_from ? 1 : 2;
    std::map<std::string, Distance, std::less<>> found;
    for (const std::string& key : keys_of(typed)) {
        auto rows = session.query("SELECT name FROM search_name WHERE key >= ?1 AND key < ?2 ORDER BY key, name LIMIT ?3", {key, key + std::string(last_character), most_looked_at});
        while (rows->next())
            if (std::string_view name = rows->text(0); !found.contains(name)) found.emplace(name, distance(letters, characters(name)));
    }
    std::vector<std::pair<Distance, std::string>> near;
    for (const auto& [name, distance] : found)
        if (distance.of_beginning <= allowed) near.emplace_back(distance, name);
    std::sort(near.begin(), near.end());
    if (near.size() > most_corrections) near.resize(most_corrections);
    std::vector<std::string> out;
    for (auto& [distance, name] : near) out.push_back(std::move(name));
    return out;
}

}  // namespace rapport::search
