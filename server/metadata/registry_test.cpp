#include "metadata/registry.h"

#include "metadata/draft.h"
#include "metadata/superseded_indexes.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::metadata {
namespace {

std::vector<Json> declarations() {
    return {Json::parse(R"({"name": "user", "number": 5, "owned": false, "fields": [{"name": "name", "type": "text"}]})"),
            Json::parse(R"({"name": "account", "number": 1, "fields": [{"name": "name", "type": "text", "required": true}]})")};
}

class RegistryTest : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        const storage::Migration first{1, "metadata", create_tables};
        storage::migrate(database(), std::span(&first, 1));
        registry_ = std::make_unique<Registry>(database(), declarations());
    }
    void TearDown() override { registry_.reset(); }

    Registry& registry() { return *registry_; }
    void add_field(std::optional<std::int64_t> expected, const char* field) {
        registry().change(expected, [&](Draft& draft) { draft.add_field(draft.catalogue().object("account"), Json::parse(field)); });
    }
    std::string code_of(const std::function<void()>& act) {
        try {
            act();
        } catch (const Failure& failure) {
            return failure.code();
        }
        return "";
    }

    std::unique_ptr<Registry> registry_;
};

INSTANTIATE_TEST_SUITE_P(Engines, RegistryTest, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(RegistryTest, makes_a_table_for_every_object) {
    auto id = database().write([](storage::Session& session) { return session.value("INSERT INTO account (name) VALUES (?1) RETURNING id", {"Acme"}); });
    EXPECT_EQ(RecordId(id->integer()), RecordId::of(1, 1));
}

TEST_P(RegistryTest, adds_a_field_with_its_column) {
    add_field(std::nullopt, R"({"name": "boats", "type": "integer"})");
    EXPECT_TRUE(registry().current()->object("account").field("boats").custom);
    database().write([](storage::Session& session) { session.execute("INSERT INTO account (name, boats) VALUES (?1, ?2)", {"Acme", 3}); });
}

TEST_P(RegistryTest, makes_an_object_from_three_words) {
    registry().change(std::nullopt, [](Draft& draft) { draft.add_object(Json::parse(R"({"name": "boat", "label": "Boat", "plural_label": "Boats"})")); });
    const Object& boat = registry().current()->object("boat");
    EXPECT_TRUE(boat.custom);
    EXPECT_TRUE(boat.find_field("name"));
    EXPECT_TRUE(boat.find_field("owner_id"));
    EXPECT_GE(boat.number, 1000);
}

TEST_P(RegistryTest, keeps_changes_when_the_program_starts_again) {
    add_field(std::nullopt, R"({"name": "boats", "type": "integer"})");
    registry_.reset();
    fresh().reopen();
    registry_ = std::make_unique<Registry>(database(), declarations());
    EXPECT_TRUE(registry().current()->object("account").find_field("boats"));
    EXPECT_EQ(registry().current()->version(), 2);
}

TEST_P(RegistryTest, lets_one_of_two_administrators_win) {
    auto seen = registry().current()->version();
    add_field(seen, R"({"name": "boats", "type": "integer"})");
    EXPECT_EQ(code_of([&] { add_field(seen, R"({"name": "cars", "type": "integer"})"); }), "stale_version");
    EXPECT_FALSE(registry().current()->object("account").find_field("cars"));
}

TEST_P(RegistryTest, changes_nothing_when_the_new_catalogue_is_wrong) {
    EXPECT_EQ(code_of([&] { add_field(std::nullopt, R"({"name": "x", "type": "lookup", "to": "nowhere"})"); }), "invalid_declaration");
    EXPECT_EQ(registry().current()->version(), 1);
}

TEST_P(RegistryTest, refuses_what_layers_above_find_wrong_unless_it_was_wrong_before) {
    auto labels = [](const Catalogue& catalogue) {
        std::vector<Problem> problems;
        for (const Field& field : catalogue.object("account").fields)
            if (field.help == "wrong") problems.push_back({"account." + field.name, "wrong", "This is wrong."});
        return problems;
    };
    add_field(std::nullopt, R"({"name": "old", "type": "text", "help": "wrong"})");
    registry_.reset();
    registry_ = std::make_unique<Registry>(database(), declarations(), std::vector<Check>{labels});
    EXPECT_EQ(code_of([&] { add_field(std::nullopt, R"({"name": "new", "type": "text", "help": "wrong"})"); }), "invalid_declaration");
    add_field(std::nullopt, R"({"name": "new", "type": "text"})");
    EXPECT_TRUE(registry().current()->object("account").find_field("new"));
}

TEST_P(RegistryTest, refuses_defaults_that_the_field_would_not_take) {
    for (auto wrong : {R"({"name": "x", "type": "integer", "default": "two"})", R"({"name": "x", "type": "date", "default": "$now"})", R"({"name": "x", "type": "text", "default": "$user"})",
                       R"({"name": "x", "type": "lookup", "to": "account", "default": "$user"})", R"({"name": "x", "type": "picklist", "options": ["a"], "default": "b"})"})
        EXPECT_EQ(code_of([&] { add_field(std::nullopt, wrong); }), "invalid_declaration") << wrong;
    add_field(std::nullopt, R"({"name": "x", "type": "datetime", "default": "$now"})");
    add_field(std::nullopt, R"({"name": "y", "type": "lookup", "to": "user", "default": "$user"})");
}

TEST_P(RegistryTest, drops_the_indexes_that_an_earlier_version_wanted) {
    registry().wait_for_indexes();
    auto indexes = [&] { return database().read([&](storage::Session& session) { return superseded_indexes(session, *registry().current()); }); };
    database().write([](storage::Session& session) { session.execute_script("CREATE INDEX index_account_of_old ON account (name); CREATE INDEX by_hand ON account (name)"); });
    EXPECT_EQ(indexes(), std::vector<std::string>{"index_account_of_old"});
    auto again = fresh().open();
    Registry(*again, declarations()).wait_for_indexes();
    EXPECT_TRUE(indexes().empty());
}

TEST_P(RegistryTest, follows_what_another_process_changed) {
    auto second_database = fresh().open();
    Registry second(*second_database, declarations());
    add_field(std::nullopt, R"({"name": "boats", "type": "integer"})");
    EXPECT_FALSE(second.current()->object("account").find_field("boats"));
    second.refresh();
    EXPECT_TRUE(second.current()->object("account").find_field("boats"));
}

TEST_P(RegistryTest, sets_a_removed_field_aside_so_that_its_name_is_free_again) {
    add_field(std::nullopt, R"({"name": "boats", "type": "integer", "unique": true})");
    registry().wait_for_indexes();
    registry().change(std::nullopt, [](Draft& draft) {
        const Object& account = draft.catalogue().object("account");
        draft.remove_field(account, account.field("boats"), RecordId());
    });
    EXPECT_FALSE(registry().current()->object("account").find_field("boats"));
    add_field(std::nullopt, R"({"name": "boats", "type": "text"})");
    database().write([](storage::Session& session) { session.execute("INSERT INTO account (name, boats) VALUES (?1, ?2)", {"Acme", "two"}); });
}

TEST_P(RegistryTest, relates_two_objects_many_to_many) {
    registry().change(std::nullopt, [](Draft& draft) { draft.add_object(Json::parse(R"({"name": "boat", "label": "Boat", "plural_label": "Boats"})")); });
    registry().change(std::nullopt, [](Draft& draft) { draft.add_relation(draft.catalogue().object("account"), Json::parse(R"({"name": "boats", "to": "boat"})")); });
    const Object& junction = registry().current()->object("account_boats");
    EXPECT_TRUE(junction.find_relation("account"));
    EXPECT_TRUE(junction.find_relation("boat"));
    EXPECT_TRUE(registry().current()->object("account").find_children("boats"));
}

TEST_P(RegistryTest, refuses_to_remove_what_is_ours) {
    auto remove = [&] {
        registry().change(std::nullopt, [](Draft& draft) { draft.remove_object(draft.catalogue().object("account"), RecordId()); });
    };
    EXPECT_EQ(code_of(remove), "standard_object");
}

}  // namespace
}  // namespace rapport::metadata
