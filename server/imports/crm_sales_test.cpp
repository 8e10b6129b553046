// A company's real data, as it came: 85 accounts, 7 products, 35 agents, 8,800 opportunities, with their dirt.
// Its mappings are those of tests/scenarios/crm_sales. Truth: README.md and crm-sales/NOTE.md of the shared data.
#include "imports/workspace_test.h"

namespace rapport::imports {
namespace {

namespace fs = std::filesystem;
using testing::UnorderedElementsAre;
using Row = std::vector<std::string>;

class CrmSales : public ImportTest {
protected:
    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "shared data set missing: " << folder;
        create("organization", {{"name", "Test"}, {"currency_code", "USD"}});
    }

    /// Imports a file with one of the mappings of tests/scenarios/crm_sales.
    Report import_file(std::string object, const fs::path& file, const std::string& mapping) {
        std::ifstream json(mappings / (mapping + ".json"));
        Request request;
        request.mapping = {std::move(object), Json::parse(std::string(std::istreambuf_iterator<char>(json), {})), {}};
        request.file_name = file.filename();
        request.open = [file] {
            auto stream = std::make_shared<std::ifstream>(file, std::ios::binary);
            return [stream, bytes = documents::bytes_of(*stream)](char* buffer, std::size_t capacity) { return bytes(buffer, capacity); };
        };
        return import(request);
    }

    void import_all() {
        import_file("stage", mappings / "stages.csv", "stages");
        import_file("user", folder / "sales_teams.csv", "managers");
        import_file("user", folder / "sales_teams.csv", "agents");
        import_file("account", folder / "accounts.csv", "accounts");
        import_file("product", folder / "products.csv", "products");
        import_file("opportunity", folder / "sales_pipeline.csv", "opportunities");
    }

    const fs::path folder = fs::path(RAPPORT_SOURCE_DIR) / "../shared/data/crm-sales";
    const fs::path mappings = fs::path(RAPPORT_SOURCE_DIR) / "tests/scenarios/crm_sales";
};
INSTANTIATE_TEST_SUITE_P(Engines, CrmSales, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(CrmSales, brings_products) {
    EXPECT_EQ(import_file("product", folder / "products.csv", "products").counts, (Counts{.rows = 7, .created = 7}));
    EXPECT_EQ(import_file("product", folder / "products.csv", "products").counts, (Counts{.rows = 7, .unchanged = 7}));
}

TEST_P(CrmSales, brings_managers_and_agents_with_their_roles) {
    // Six managers' roles, three offices', one above them; then six teams'.
    EXPECT_EQ(import_file("user", folder / "sales_teams.csv", "managers").counts, (Counts{.rows = 35, .created = 6, .unchanged = 29, .also_created = 10})) << errors();
    EXPECT_EQ(import_file("user", folder / "sales_teams.csv", "agents").counts, (Counts{.rows = 35, .created = 35, .also_created = 6})) << errors();
}

TEST_P(CrmSales, brings_accounts_with_their_parents) {
    EXPECT_EQ(import_file("account", folder / "accounts.csv", "accounts").counts, (Counts{.rows = 85, .created = 85})) << errors();
    EXPECT_EQ(column("SELECT count() FROM account WHERE parent_id != null"), (Row{"15"}));
}

TEST_P(CrmSales, brings_opportunities_as_the_truth_has_them) {
    import_all();
    EXPECT_EQ(last_.counts, (Counts{.rows = 8800, .created = 8800})) << errors().substr(0, 1000);
    EXPECT_THAT(rows("SELECT stage.name, count() FROM opportunity GROUP BY stage.name"),
                UnorderedElementsAre(Row{"Won", "4238"}, Row{"Lost", "2473"}, Row{"Engaging", "1589"}, Row{"Prospecting", "500"}));
    EXPECT_EQ(column("SELECT sum(amount) FROM opportunity WHERE stage.name = 'Won'"), (Row{"10005534"}));
    EXPECT_EQ(column("SELECT count() FROM opportunity WHERE account_id = null"), (Row{"1425"}));
    EXPECT_THAT(rows("SELECT owner.role.parent.parent.name, sum(amount) FROM opportunity WHERE stage.name = 'Won' GROUP BY owner.role.parent.parent.name"),
                UnorderedElementsAre(Row{"West", "3568647"}, Row{"Central", "3346293"}, Row{"East", "3090594"}));
}

TEST_P(CrmSales, changes_nothing_when_it_comes_again) {
    import_all();
    EXPECT_EQ(import_file("opportunity", folder / "sales_pipeline.csv", "opportunities").counts, (Counts{.rows = 8800, .unchanged = 8800}));
    EXPECT_EQ(import_file("account", folder / "accounts.csv", "accounts").counts, (Counts{.rows = 85, .unchanged = 85}));
}

TEST_P(CrmSales, brings_a_line_for_each_opportunity) {
    import_all();
    EXPECT_EQ(import_file("opportunity_line", folder / "sales_pipeline.csv", "opportunity_lines").counts, (Counts{.rows = 8800, .created = 8800})) << errors().substr(0, 1000);
    EXPECT_EQ(column("SELECT count() FROM opportunity_line WHERE product.name = 'GTX Pro'"), (Row{"1480"}));
    EXPECT_EQ(column("SELECT sum(unit_price) FROM opportunity_line WHERE product.name = 'GTX Pro' AND opportunity.stage.name = 'Won'"), (Row{"3510578"}));
}

}  // namespace
}  // namespace rapport::imports
