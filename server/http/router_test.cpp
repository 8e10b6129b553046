#include "http/router.h"

#include <gtest/gtest.h>

namespace rapport::http {
namespace {

Router<std::string> routes() {
    Router<std::string> router;
    router.add(Method::Get, "/records/{object}/recent", "recent");
    router.add(Method::Get, "/records/{object}/{id}", "read");
    router.add(Method::Delete, "/records/{object}/{id}", "delete");
    return router;
}

TEST(Router, finds_the_entry_and_its_parameters) {
    auto router = routes();
    auto match = router.find(Method::Delete, "/records/account/42");
    ASSERT_TRUE(match.entry);
    EXPECT_EQ(*match.entry, "delete");
    EXPECT_EQ(match.parameters.at("object"), "account");
    EXPECT_EQ(match.parameters.at("id"), "42");
    EXPECT_THROW(match.parameters.at("other"), Failure);
}

TEST(Router, takes_the_first_of_two_that_fit) {
    auto router = routes();
    EXPECT_EQ(*router.find(Method::Get, "/records/account/recent").entry, "recent");
}

TEST(Router, answers_HEAD_as_GET) {
    auto router = routes();
    EXPECT_EQ(*router.find(Method::Head, "/records/account/42").entry, "read");
}

TEST(Router, tells_which_methods_a_path_has) {
    auto router = routes();
    auto match = router.find(Method::Post, "/records/account/42");
    EXPECT_FALSE(match.entry);
    EXPECT_EQ(match.allowed, (std::vector{Method::Get, Method::Delete}));
}

TEST(Router, knows_no_other_paths) {
    auto router = routes();
    for (std::string_view path : {"", "/", "/records", "/records/account", "/records/account/", "/records//42", "/records/account/42/x",
                                  "/Records/account/42", "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"}) {
        auto match = router.find(Method::Get, path);
        EXPECT_FALSE(match.entry) << path;
        EXPECT_TRUE(match.allowed.empty()) << path;
    }
}

}  // namespace
}  // namespace rapport::http
