#include "modules/sales/account/domain_of_website.h"
#include "modules/testing/workspace.h"

namespace rapport::sales {
namespace {

TEST(DomainOf, takes_the_host_of_an_address) {
    EXPECT_EQ(domain_of("https://www.Acme.example:8080/about?x=1"), "acme.example");
    EXPECT_EQ(domain_of("acme.example"), "acme.example");
    EXPECT_EQ(domain_of("sales@acme.example"), "acme.example");
}

TEST(DomainOf, finds_none_where_there_is_none) {
    EXPECT_EQ(domain_of(""), "");
    EXPECT_EQ(domain_of("not a site"), "");
    EXPECT_EQ(domain_of("localhost"), "");
}

class Accounts : public modules::testing::WorkspaceTest {};
INSTANTIATE_TEST_SUITE_P(OneEngine, Accounts, modules::testing::one_engine(), storage::testing::engine_name);

TEST_P(Accounts, take_their_domain_from_the_web_site) {
    RecordId account = create("account", {{"name", "Acme"}, {"website", "https://www.acme.example/"}});
    EXPECT_EQ(text("account", account, "domain"), "acme.example");
    update("account", account, {{"website", "https://acme-group.example"}});
    EXPECT_EQ(text("account", account, "domain"), "acme-group.example");
}

TEST_P(Accounts, keep_a_domain_that_somebody_wrote) {
    RecordId account = create("account", {{"name", "Acme"}, {"website", "https://acme.example"}, {"domain", "WWW.Mail-Acme.example"}});
    EXPECT_EQ(text("account", account, "domain"), "mail-acme.example");
    update("account", account, {{"website", "https://elsewhere.example"}});
    EXPECT_EQ(text("account", account, "domain"), "mail-acme.example");
}

TEST_P(Accounts, refuse_a_domain_that_is_none) {
    EXPECT_EQ(refusal([&] { create("account", {{"name", "Acme"}, {"domain", "our site"}}); }), "domain: invalid_domain");
}

}  // namespace
}  // namespace rapport::sales
