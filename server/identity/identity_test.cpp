#include "identity/identity.h"

#include <array>

#include "base/failure.h"
#include "identity/secret_token.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::identity {
namespace {

const RecordId ada = RecordId::of(5, 1);
const RecordId bob = RecordId::of(5, 2);

class IdentityTest : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        const std::array steps{storage::Migration{1, "identity", create_tables}, storage::Migration{2, "passkeys", create_passkey_tables}, storage::Migration{3, "proofs", add_proofs_to_sessions}};
        storage::migrate(database(), steps);
        identity_.emplace(database());
    }
    Identity& identity() { return *identity_; }

    /// Lets as much time pass for what is stored, by moving it into the past.
    void age(const std::string& table, std::chrono::hours by) {
        std::int64_t microseconds = std::chrono::microseconds(by).count();
        database().write([&](storage::Session& session) {
            for (std::string column : {"created_at", "used_at", "expires_at"})
                session.execute("UPDATE " + table + " SET " + column + " = " + column + " - ?1", {microseconds});
        });
    }
    /// The database as another process sees it, which knows nothing from before.
    std::optional<RecordId> user_of_session(std::string_view token) {
        auto found = Identity(database()).find_session(token);
        return found ? std::optional(found->user) : std::nullopt;
    }

    std::optional<Identity> identity_;
};

INSTANTIATE_TEST_SUITE_P(Engines, IdentityTest, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(IdentityTest, knows_a_password) {
    identity().set_password(ada, "correct horse battery");
    EXPECT_TRUE(identity().verify_password(ada, "correct horse battery", "ada", "::1"));
    EXPECT_FALSE(identity().verify_password(ada, "correct horse batterz", "ada", "::1"));
    EXPECT_FALSE(identity().verify_password(bob, "correct horse battery", "bob", "::1"));
    EXPECT_FALSE(identity().verify_password(std::nullopt, "correct horse battery", "eve", "::1"));
}

TEST_P(IdentityTest, slows_guessing_down) {
    identity().set_password(ada, "correct horse battery");
    auto is_slowed = [&] {
        try {
            return identity().verify_password(ada, "wrong password", "ada", "192.0.2.1");
        } catch (const Failure& failure) {
            return failure.kind() == FailureKind::TooMany;
        }
    };
    // The wait counts from the beginning of a try, and doubles: a slow machine sees the first ones over when its try ends.
    int tries = 0;
    while (!is_slowed() && tries < 15) ++tries;
    EXPECT_GE(tries, 5);
    EXPECT_LT(tries, 15);
    EXPECT_TRUE(identity().verify_password(ada, "correct horse battery", "ada", "192.0.2.2"));
}

TEST_P(IdentityTest, opens_and_closes_sessions) {
    auto opened = identity().open_session(ada);
    auto found = identity().find_session(opened.token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->user, ada);
    EXPECT_EQ(found->csrf_token, opened.csrf_token);
    EXPECT_NE(opened.csrf_token, opened.token);
    identity().close_session(opened.token);
    EXPECT_FALSE(identity().find_session(opened.token));
}

TEST_P(IdentityTest, ends_sessions_with_a_new_password) {
    auto opened = identity().open_session(ada);
    ASSERT_TRUE(identity().find_session(opened.token));
    identity().set_password(ada, "another password");
    EXPECT_FALSE(identity().find_session(opened.token));
}

TEST_P(IdentityTest, ends_sessions_that_are_not_used) {
    auto opened = identity().open_session(ada);
    age("user_session", Identity::session_idle_lifetime - std::chrono::hours(1));
    EXPECT_EQ(user_of_session(opened.token), ada);
    age("user_session", std::chrono::hours(1));
    EXPECT_EQ(user_of_session(opened.token), std::nullopt);
}

TEST_P(IdentityTest, keeps_sessions_that_are_used_until_they_are_too_old) {
    auto opened = identity().open_session(ada);
    std::chrono::hours passed{0};
    for (std::chrono::hours day{24}; passed + day < Identity::session_lifetime; passed += day) {
        age("user_session", day);
        Identity other(database());
        ASSERT_TRUE(other.find_session(opened.token));
        other.keep_house();
    }
    age("user_session", std::chrono::hours(24));
    EXPECT_EQ(user_of_session(opened.token), std::nullopt);
}

TEST_P(IdentityTest, lists_sessions_and_closes_them_by_id) {
    auto opened = identity().open_session(ada, {"192.0.2.1", "Firefox on Linux"});
    identity().open_session(bob);
    ASSERT_TRUE(identity().find_session(opened.token));
    auto entries = identity().sessions(ada);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].device.address, "192.0.2.1");
    EXPECT_EQ(entries[0].device.name, "Firefox on Linux");
    EXPECT_FALSE(identity().close_session(bob, entries[0].id));
    EXPECT_TRUE(identity().close_session(ada, entries[0].id));
    EXPECT_FALSE(identity().find_session(opened.token));
    EXPECT_TRUE(identity().sessions(ada).empty());
}

TEST_P(IdentityTest, throws_ended_sessions_away) {
    identity().open_session(ada);
    age("user_session", Identity::session_lifetime);
    auto later = identity().open_session(bob);
    age("user_session", std::chrono::hours(2));
    ASSERT_TRUE(identity().find_session(later.token));
    identity().forget_ended_sessions();
    auto left = database().read([](storage::Session& session) { return session.value("SELECT count(*) FROM user_session"); });
    EXPECT_EQ(left->integer(), 1);
}

TEST_P(IdentityTest, keeps_tokens_only_as_fingerprints) {
    std::string token = identity().create_token(ada, "test");
    EXPECT_EQ(identity().find_token(token), ada);
    EXPECT_FALSE(identity().find_token(token + "x"));
    EXPECT_FALSE(identity().find_session(token));
    auto stored = database().read([](storage::Session& session) { return session.value("SELECT fingerprint FROM api_token"); });
    EXPECT_EQ(stored->text().find(token.substr(4)), std::string::npos);
}

TEST_P(IdentityTest, lets_tokens_expire) {
    std::string token = identity().create_token(ada, "test", DateTime(DateTime::now().microseconds() + DateTime::day));
    EXPECT_EQ(Identity(database()).find_token(token), ada);
    age("api_token", std::chrono::hours(24));
    EXPECT_EQ(Identity(database()).find_token(token), std::nullopt);
    EXPECT_EQ(identity().tokens(ada).size(), 1u);
}

TEST_P(IdentityTest, lists_tokens_and_revokes_them) {
    std::string token = identity().create_token(ada, "nightly export");
    auto entries = identity().tokens(ada);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].name, "nightly export");
    EXPECT_FALSE(entries[0].used_at);
    EXPECT_FALSE(entries[0].expires_at);
    ASSERT_TRUE(identity().find_token(token));
    EXPECT_FALSE(identity().revoke_token(bob, entries[0].id));
    EXPECT_TRUE(identity().revoke_token(ada, entries[0].id));
    EXPECT_FALSE(identity().find_token(token));
}

TEST_P(IdentityTest, notes_when_a_token_was_last_used) {
    std::string token = identity().create_token(ada, "test");
    identity().find_token(token);
    identity().keep_house();
    auto used = identity().tokens(ada)[0].used_at;
    ASSERT_TRUE(used);
    EXPECT_LT(DateTime::now().microseconds() - used->microseconds(), 60 * DateTime::second);
}

TEST_P(IdentityTest, wants_a_name_for_a_token) {
    EXPECT_THROW(identity().create_token(ada, " "), Failure);
    EXPECT_THROW(identity().create_token(ada, std::string(201, 'x')), Failure);
}

TEST(SecretToken, never_repeats) { EXPECT_NE(new_secret(), new_secret()); }

TEST(SecretToken, is_compared_whole) {
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "ab"));
}

}  // namespace
}  // namespace rapport::identity
