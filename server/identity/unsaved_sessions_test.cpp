#include "identity/unsaved_sessions.h"

#include "base/failure.h"
#include "identity/identity.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::identity {
namespace {

const RecordId ada = RecordId::of(5, 1);

/// A database whose disk is full from time to time.
class FillingDatabase : public storage::Database {
public:
    explicit FillingDatabase(storage::Database& real) : real_(real) {}
    const storage::Dialect& dialect() const override { return real_.dialect(); }
    void run_read(const std::function<void(storage::Session&)>& block, storage::ReadLimit limit) override { real_.run_read(block, limit); }
    void run_write(const std::function<void(storage::Session&)>& block) override {
        if (is_full) throw Failure(FailureKind::Unavailable, code, "The disk is full.");
        real_.run_write(block);
    }
    std::atomic<bool> is_full = false;
    std::string code = "disk_full";

private:
    storage::Database& real_;
};

class FullDisk : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        const std::array steps{storage::Migration{1, "identity", create_tables}, storage::Migration{2, "passkeys", create_passkey_tables}, storage::Migration{3, "proofs", add_proofs_to_sessions}};
        storage::migrate(database(), steps);
        filling_.emplace(database());
        identity_.emplace(*filling_);
    }
    std::optional<FillingDatabase> filling_;
    std::optional<Identity> identity_;
};

INSTANTIATE_TEST_SUITE_P(Engines, FullDisk, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(FullDisk, lets_people_log_in_and_out) {
    const std::string before = identity_->open_session(ada).token;
    filling_->is_full = true;
    const std::string meanwhile = identity_->open_session(ada).token;
    EXPECT_EQ(identity_->find_session(meanwhile)->user, ada);
    identity_->close_session(meanwhile);
    EXPECT_FALSE(identity_->find_session(meanwhile));
    identity_->close_session(before);
    EXPECT_FALSE(identity_->find_session(before));
}

TEST_P(FullDisk, is_no_way_around_a_new_password) {
    filling_->is_full = true;
    const std::string meanwhile = identity_->open_session(ada).token;
    filling_->is_full = false;
    identity_->set_password(ada, "correct horse battery");
    EXPECT_FALSE(identity_->find_session(meanwhile));
}

TEST_P(FullDisk, is_the_only_reason_to_keep_sessions_in_memory) {
    filling_->is_full = true;
    filling_->code = "database_unreachable";
    EXPECT_THROW(identity_->open_session(ada), Failure);
}

}  // namespace
}  // namespace rapport::identity
