#include "imports/lru_cache.h"

#include <gtest/gtest.h>

namespace rapport::imports {
namespace {

TEST(LruCache, forgets_what_was_used_longest_ago) {
    LruCache<int> cache(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.find("a");
    cache.put("c", 3);
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_EQ(*cache.find("a"), 1);
    EXPECT_EQ(cache.size(), 2u);
}

TEST(LruCache, replaces_a_value) {
    LruCache<int> cache(2);
    cache.put("a", 1);
    cache.put("a", 2);
    EXPECT_EQ(*cache.find("a"), 2);
    EXPECT_EQ(cache.size(), 1u);
}

}  // namespace
}  // namespace rapport::imports
