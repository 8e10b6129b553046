#include "identity/password.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "base/failure.h"

namespace rapport::identity {
namespace {

TEST(Password, is_known_by_its_hash) {
    std::string hash = hash_password("correct horse battery");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(verify_password("correct horse battery", hash));
    EXPECT_FALSE(verify_password("correct horse batterz", hash));
    EXPECT_FALSE(verify_password("", hash));
}

TEST(Password, of_nobody_fits_nothing) {
    EXPECT_FALSE(verify_password("nobody has this password", ""));
    EXPECT_FALSE(verify_password("", ""));
}

TEST(Password, has_a_salt) { EXPECT_NE(hash_password("correct horse battery"), hash_password("correct horse battery")); }

TEST(Password, needs_ten_characters) {
    EXPECT_THROW(check_password("123456789"), Failure);
    EXPECT_NO_THROW(check_password("ünïcödé wörds"));
}

TEST(Password, has_an_end) { EXPECT_THROW(check_password(std::string(1025, 'x')), Failure); }

TEST(Password, lets_only_a_few_wait) {
    constexpr int count = 30;
    std::atomic<int> refused = 0;
    std::latch together(count);
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < count; ++i) {
            people.emplace_back([&refused, &together] {
                together.arrive_and_wait();
                try {
                    verify_password("correct horse battery", "");
                } catch (const Failure& failure) {
                    if (failure.code() == "too_many_logins") ++refused;
                }
            });
        }
    }
    EXPECT_GT(refused, 0);
    EXPECT_LT(refused, count);
}

}  // namespace
}  // namespace rapport::identity
