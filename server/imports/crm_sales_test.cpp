// A company's real data, as it came: 85 accounts, 7 products, 35 agents, 8,800 opportunities, with their dirt.
// Its mappings are those of tests/scenarios/crm_sales. Truth: README.md and crm-sales/NOTE.md of the shared data.
#include "imports/workspace_test.h"

namespace rapport::imports {
namespace {

namespace fs = std::filesystem;
using storage::testing::Engine;
using testing::UnorderedElementsAre;
using Row = std::vector<std::string>;

const fs::path folder = fs::path(RAPPORT_SOURCE_DIR) / "../shared/data/crm-sales";
const fs::path mappings = fs::path(RAPPORT_SOURCE_DIR) / "tests/scenarios/crm_sales";

/// All files, imported once.
class Company : public ImportWorkspace {
public:
    explicit Company(Engine engine) : ImportWorkspace(engine) {
        create("organization", {{"name", "Test"}, {"currency_code", "USD"}});
        create("price_book", {{"name", "Standard"}, {"is_standard", true}});
        stages = import_file("stage", mappings / "stages.csv", "stages");
        managers = import_file("user", folder / "sales_teams.csv", "managers");
        agents = import_file("user", folder / "sales_teams.csv", "agents");
        accounts = import_file("account", folder / "accounts.csv", "accounts");
        products = import_file("product", folder / "products.csv", "products");
        opportunities = import_file("opportunity", folder / "sales_pipeline.csv", "opportunities");
        lines = import_file("opportunity_line", folder / "sales_pipeline.csv", "opportunity_lines");
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

    Report stages, managers, agents, accounts, products, opportunities, lines;
};

class CrmSales : public testing::TestWithParam<Engine> {
protected:
    static void TearDownTestSuite() { companies_.clear(); }

    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "shared data set missing: " << folder;
        std::unique_ptr<Company>& company = companies_[GetParam()];
        if (!company) company = std::make_unique<Company>(GetParam());
        company_ = company.get();
    }

    Company& company() { return *company_; }
    std::string errors(const Report& report) { return company_->errors(report.id).substr(0, 1000); }

private:
    static inline std::map<Engine, std::unique_ptr<Company>> companies_;
    Company* company_ = nullptr;
};
INSTANTIATE_TEST_SUITE_P(Engines, CrmSales, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(CrmSales, brings_products) { EXPECT_EQ(company().products.counts, (Counts{.rows = 7, .created = 7})) << errors(company().products); }

TEST_P(CrmSales, brings_managers_and_agents_with_their_roles) {
    // Six managers' roles, three offices', one above them; then six teams'.
    EXPECT_EQ(company().managers.counts, (Counts{.rows = 35, .created = 6, .unchanged = 29, .also_created = 10})) << errors(company().managers);
    EXPECT_EQ(company().agents.counts, (Counts{.rows = 35, .created = 35, .also_created = 6})) << errors(company().agents);
}

TEST_P(CrmSales, brings_accounts_with_their_parents) {
    EXPECT_EQ(company().accounts.counts, (Counts{.rows = 85, .created = 85})) << errors(company().accounts);
    EXPECT_EQ(company().column("SELECT count() FROM account WHERE parent_id != null"), (Row{"15"}));
}

TEST_P(CrmSales, brings_every_opportunity_in_its_stage) {
    EXPECT_EQ(company().opportunities.counts, (Counts{.rows = 8800, .created = 8800})) << errors(company().opportunities);
    EXPECT_THAT(company().rows("SELECT stage.name, count() FROM opportunity GROUP BY stage.name"),
                UnorderedElementsAre(Row{"Won", "4238"}, Row{"Lost", "2473"}, Row{"Engaging", "1589"}, Row{"Prospecting", "500"}));
    EXPECT_EQ(company().column("SELECT count() FROM opportunity WHERE account_id = null"), (Row{"1425"}));
}

TEST_P(CrmSales, brings_a_line_for_each_opportunity) {
    EXPECT_EQ(company().lines.counts, (Counts{.rows = 8800, .created = 8800})) << errors(company().lines);
    EXPECT_EQ(company().column("SELECT count() FROM opportunity_line WHERE product.name = 'GTX Pro'"), (Row{"1480"}));
}

TEST_P(CrmSales, adds_up_to_what_was_won) {
    EXPECT_EQ(company().column("SELECT sum(amount) FROM opportunity WHERE stage.name = 'Won'"), (Row{"10005534"}));
    EXPECT_THAT(company().rows("SELECT owner.role.parent.parent.name, sum(amount) FROM opportunity WHERE stage.name = 'Won' GROUP BY owner.role.parent.parent.name"),
                UnorderedElementsAre(Row{"West", "3568647"}, Row{"Central", "3346293"}, Row{"East", "3090594"}));
    EXPECT_EQ(company().column("SELECT sum(unit_price) FROM opportunity_line WHERE product.name = 'GTX Pro' AND opportunity.stage.name = 'Won'"), (Row{"3510578"}));
}

TEST_P(CrmSales, changes_nothing_when_it_comes_again) {
    Report accounts = company().import_file("account", folder / "accounts.csv", "accounts");
    EXPECT_EQ(accounts.counts, (Counts{.rows = 85, .unchanged = 85})) << errors(accounts);
    Report opportunities = company().import_file("opportunity", folder / "sales_pipeline.csv", "opportunities");
    EXPECT_EQ(opportunities.counts, (Counts{.rows = 8800, .unchanged = 8800})) << errors(opportunities);
}

}  // namespace
}  // namespace rapport::imports
