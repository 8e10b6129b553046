#include "search/same_keys.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "search/index.h"

namespace rapport::search {
namespace {

constexpr std::size_t few = 50;
constexpr std::size_t most_common = 7;  // keys that many have which are asked for in pairs
constexpr std::size_t most_found = 200;

}  // namespace

std::vector<std::int64_t> SameKeys::with_all(const std::vector<std::string>& keys) {
    std::vector<storage::SearchQuery> terms;
    for (const std::string& key : keys) terms.push_back(storage::SearchQuery::of(key));
    std::vector<std::int64_t> out;
    auto rows = session_.query(session_.dialect().find_terms(duplicate_keys),
                               {session_.dialect().search_query(storage::SearchQuery::all(std::move(terms))), first_, last_, static_cast<std::int64_t>(few) + 1});
    while (rows->next()) out.push_back(rows->integer(0));
    return out;
}

std::vector<std::int64_t> SameKeys::find(const std::vector<std::string>& keys) {
    std::unordered_map<std::int64_t, int> shared;
    auto add = [&](const std::vector<std::int64_t>& found, int keys_in_common) {
        for (std::int64_t id : found) shared[id] += keys_in_common;
    };
    std::vector<std::string> common;
    for (const std::string& key : keys) {
        if (!common_.contains(key)) {
            auto found = with_all({key});
            if (found.size() <= few) {
                add(found, 2);
                continue;
            }
            common_.insert(key);
        }
        if (common.size() < most_common) common.push_back(key);
    }
    std::set<std::pair<std::size_t, std::size_t>> common_pairs;
    for (std::size_t i = 0; i < common.size(); ++i) {
        for (std::size_t j = i + 1; j < common.size(); ++j) {
            auto found = with_all({common[i], common[j]});
            if (found.size() > few) common_pairs.emplace(i, j);
            add(found, 2);
        }
    }
    for (const auto& [i, j] : common_pairs)
        for (std::size_t k = j + 1; k < common.size(); ++k)
            if (common_pairs.contains({i, k}) && common_pairs.contains({j, k})) add(with_all({common[i], common[j], common[k]}), 3);
    std::vector<std::int64_t> out;
    for (const auto& [id, count] : shared) out.push_back(id);
    std::sort(out.begin(), out.end(), [&](std::int64_t a, std::int64_t b) { return std::pair(shared[a], a) > std::pair(shared[b], b); });
    if (out.size() > most_found) out.resize(most_found);
    return out;
}

}  // namespace rapport::search
