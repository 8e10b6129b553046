#include "identity/throttle.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::identity {
namespace {

using std::chrono::seconds;

const Throttle::Clock::time_point start = Throttle::Clock::now();

TEST(Throttle, lets_a_few_failures_pass) {
    Throttle throttle(3);
    for (int i = 0; i < 3; ++i) EXPECT_NO_THROW(throttle.begin("ada", start));
    EXPECT_THROW(throttle.begin("ada", start), Failure);
    EXPECT_NO_THROW(throttle.begin("bob", start));
}

TEST(Throttle, doubles_the_wait) {
    Throttle throttle(1);
    throttle.begin("ada", start);
    EXPECT_NO_THROW(throttle.begin("ada", start + seconds(1)));
    EXPECT_THROW(throttle.begin("ada", start + seconds(2)), Failure);
    EXPECT_NO_THROW(throttle.begin("ada", start + seconds(3)));
}

TEST(Throttle, tells_how_long_to_wait) {
    Throttle throttle(1);
    throttle.begin("ada", start);
    try {
        throttle.begin("ada", start);
        FAIL() << "no wait";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::TooMany);
        EXPECT_EQ(failure.code(), "too_many_attempts");
        EXPECT_STREQ(failure.what(), "Too many wrong tries. Try again in 2 seconds.");
    }
}

TEST(Throttle, forgets_after_a_success_or_a_while) {
    Throttle throttle(1);
    throttle.begin("ada", start);
    throttle.forget("ada");
    EXPECT_NO_THROW(throttle.begin("ada", start));
    EXPECT_NO_THROW(throttle.begin("ada", start + seconds(2000)));
    EXPECT_NO_THROW(throttle.begin("ada", start + seconds(2001)));
}

TEST(Throttle, stays_bounded) {
    Throttle throttle(1);
    for (int i = 0; i < 30'000; ++i) EXPECT_NO_THROW(throttle.begin(std::to_string(i), start));
}

TEST(PasswordThrottle, slows_an_address_that_tries_many_accounts) {
    PasswordThrottle throttle;
    for (int i = 0; i < 100; ++i) throttle.begin("user" + std::to_string(i), "192.0.2.1");
    EXPECT_THROW(throttle.begin("another", "192.0.2.1"), Failure);
    EXPECT_NO_THROW(throttle.begin("another", "192.0.2.2"));
}

TEST(PasswordThrottle, does_not_count_what_was_right) {
    PasswordThrottle throttle;
    for (int i = 0; i < 300; ++i) {
        throttle.begin("user" + std::to_string(i), "192.0.2.1");
        throttle.succeed("user" + std::to_string(i), "192.0.2.1");
    }
}

TEST(Network, of_an_address_is_what_one_customer_has) {
    EXPECT_EQ(network_of("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(network_of("unknown"), "unknown");
}

}  // namespace
}  // namespace rapport::identity
