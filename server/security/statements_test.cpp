#include "security/statements.h"

#include <gtest/gtest.h>

#include <array>

#include "metadata/registry.h"
#include "modules/declarations.h"
#include "security/directory.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::security {
namespace {

class KeptStatements : public storage::testing::EngineTest {
protected:
    KeptStatements() {
        const std::array migrations{storage::Migration{1, "metadata", metadata::create_tables}, storage::Migration{2, "security", create_tables}};
        storage::migrate(database(), migrations);
        registry_ = std::make_unique<metadata::Registry>(database(), modules::declarations());
        catalogue_ = registry_->current();
    }

    /// Whether the question had to be compiled.
    bool is_new(std::string_view soql, const Actor& actor = Actor::system("test")) {
        bool called = false;
        statements_.find({"soql", soql}, {actor, catalogue_}, database().dialect(), [&] {
            called = true;
            return query::parse_soql(soql);
        });
        return called;
    }

    std::unique_ptr<metadata::Registry> registry_;
    metadata::CataloguePointer catalogue_;
    Statements statements_{2};
};
INSTANTIATE_TEST_SUITE_P(Engines, KeptStatements, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(KeptStatements, are_compiled_once) {
    EXPECT_TRUE(is_new("SELECT id FROM account"));
    EXPECT_FALSE(is_new("SELECT id FROM account"));
}

TEST_P(KeptStatements, are_nobody_elses) {
    Actor other(RecordId(7), "Ada", std::make_shared<const Rights>(*Rights::everything()), TimeZone::utc());
    EXPECT_TRUE(is_new("SELECT id FROM account"));
    EXPECT_TRUE(is_new("SELECT id FROM account", other));
    Actor elsewhere(RecordId(7), "Ada", other.shared_rights(), *TimeZone::find("Asia/Tokyo"));
    EXPECT_TRUE(is_new("SELECT id FROM account", elsewhere));
}

TEST_P(KeptStatements, last_as_long_as_the_catalogue) {
    EXPECT_TRUE(is_new("SELECT id FROM account"));
    catalogue_ = std::make_shared<const metadata::Catalogue>(*catalogue_);
    EXPECT_TRUE(is_new("SELECT id FROM account"));
}

TEST_P(KeptStatements, make_room_for_those_asked_last) {
    is_new("SELECT id FROM account");
    is_new("SELECT id FROM contact");
    is_new("SELECT id FROM account");
    EXPECT_TRUE(is_new("SELECT id FROM lead"));
    EXPECT_FALSE(is_new("SELECT id FROM account"));
    EXPECT_TRUE(is_new("SELECT id FROM contact"));
}

TEST_P(KeptStatements, do_not_know_what_day_it_is) {
    EXPECT_TRUE(is_new("SELECT id FROM task WHERE due_date = TODAY"));
    EXPECT_TRUE(is_new("SELECT id FROM task WHERE due_date = TODAY"));
}

}  // namespace
}  // namespace rapport::security
