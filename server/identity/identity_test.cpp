#include "identity/identity.h"

#include "identity/secret_token.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::identity {
namespace {

const RecordId ada = RecordId::of(5, 1);

class IdentityTest : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        const storage::Migration first{1, "identity", create_tables};
        storage::migrate(database(), std::span(&first, 1));
        identity_.emplace(database());
    }
    Identity& identity() { return *identity_; }

    std::optional<Identity> identity_;
};

INSTANTIATE_TEST_SUITE_P(Engines, IdentityTest, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(IdentityTest, knows_a_password) {
    identity().set_password(ada, "correct horse battery");
    EXPECT_TRUE(identity().verify_password(ada, "correct horse battery", "ada", "::1"));
    EXPECT_FALSE(identity().verify_password(ada, "correct horse batterz", "ada", "::1"));
    EXPECT_FALSE(identity().verify_password(std::nullopt, "correct horse battery", "bob", "::1"));
}

TEST_P(IdentityTest, slows_guessing_down) {
    identity().set_password(ada, "correct horse battery");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(identity().verify_password(ada, "wrong password", "ada", "::1"));
    EXPECT_THROW(identity().verify_password(ada, "correct horse battery", "ada", "::1"), Failure);
    EXPECT_TRUE(identity().verify_password(ada, "correct horse battery", "ada", "::2"));
}

TEST_P(IdentityTest, opens_and_closes_sessions) {
    auto opened = identity().open_session(ada);
    auto found = identity().find_session(opened.token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->user, ada);
    EXPECT_EQ(found->csrf_token, opened.csrf_token);
    identity().close_session(opened.token);
    EXPECT_FALSE(identity().find_session(opened.token));
}

TEST_P(IdentityTest, ends_sessions_with_a_new_password) {
    auto opened = identity().open_session(ada);
    identity().set_password(ada, "another password");
    EXPECT_FALSE(identity().find_session(opened.token));
}

TEST_P(IdentityTest, keeps_tokens_only_as_fingerprints) {
    std::string token = identity().create_token(ada, "test");
    EXPECT_EQ(identity().find_token(token), ada);
    EXPECT_FALSE(identity().find_token(token + "x"));
    auto stored = database().read([](storage::Session& session) { return session.value("SELECT fingerprint FROM api_token"); });
    EXPECT_EQ(stored->text().find(token.substr(4)), std::string::npos);
}

TEST(Password, needs_ten_characters) {
    EXPECT_THROW(check_password("123456789"), Failure);
    EXPECT_NO_THROW(check_password("ünïcödé wörds"));
}

TEST(SecretToken, never_repeats) { EXPECT_NE(new_secret(), new_secret()); }

}  // namespace
}  // namespace rapport::identity
