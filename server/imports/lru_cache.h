#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rapport::imports {

/// Keeps the values that were used last, `capacity` at most.
template <class T>
class LruCache {
public:
    explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

    /// Null when it is not there; lives until the next put().
    const T* find(std::string_view key) {
        auto found = by_key_.find(key);
        if (found == by_key_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->value;
    }

    void put(std::string key, T value) {
        if (auto found = by_key_.find(key); found != by_key_.end()) {
            found->second->value = std::move(value);
            entries_.splice(entries_.begin(), entries_, found->second);
            return;
        }
        entries_.push_front({std::move(key), std::move(value)});
        by_key_.emplace(entries_.front().key, entries_.begin());
        if (entries_.size() <= capacity_) return;
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }

    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::string key;
        T value;
    };

    std::size_t capacity_;
    std::list<Entry> entries_;  // used last first; the keys of by_key_ are views into it
    std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_key_;
};

}  // namespace rapport::imports
