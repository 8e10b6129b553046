#include <gtest/gtest.h>

#include "api/authentication.h"
#include "doors.h"
#include "identity/testing/authenticator.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;
using identity::testing::Authenticator;

const std::vector<std::pair<std::string, std::string>> here{{"Host", "localhost:8080"}, {"Origin", "http://localhost:8080"}};
constexpr const char* origin = "http://localhost:8080";
constexpr const char* ben = "ben@example.com";
constexpr const char* password = "a first passphrase";

/// Log-in without a password, as a browser does it, through the doors.
class Passkeys : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        ben_ = make("user", {{"last_name", "Ben"}, {"email", ben}});
        administer(Put, "/users/" + ben_ + "/password", Json::Members{{"password", password}});
    }
    Answer begin(const std::string& who, const std::string& typed) { return send(who, Post, "/passkeys/options", Json(Json::Members{{"password", typed}}).text(), here); }
    Answer add(const std::string& who, Authenticator& authenticator) {
        const Json made = authenticator.create(begin(who, who == ben ? password : "a long password").json(), origin);
        return send(who, Post, "/passkeys", Json(Json::Members{{"name", "Laptop"}, {"passkey", made}}).text(), here);
    }
    Answer log_in(Authenticator& authenticator) {
        return send(administrator, Post, "/session/passkey", authenticator.get(send(administrator, Post, "/session/passkey/options", "", here).json(), origin).text(), here);
    }
    std::string code(const Answer& answer) { return answer.json().string_or("code", ""); }

    std::string ben_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Passkeys, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Passkeys, are_added_with_the_password_and_log_in_without) {
    EXPECT_EQ(code(begin(ben, "not the password")), "wrong_password");
    EXPECT_EQ(code(begin(ben, "")), "wrong_password");
    Authenticator authenticator;
    Answer added = add(ben, authenticator);
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(added.json().string_or("name", ""), "Laptop");
    Answer opened = log_in(authenticator);
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_EQ(opened.json()["user"].string_or("id", ""), ben_);
    EXPECT_NE(opened.headers.find("Set-Cookie").value_or("").find("rapport_session="), std::string_view::npos);

    const std::string path = "/passkeys/" + added.json().string_or("id", "");
    EXPECT_EQ(send(ben, Patch, path, R"({"name": "Work"})").status, 204);
    EXPECT_EQ(send(administrator, Patch, path, R"({"name": "Mine"})").status, 404);
    EXPECT_EQ(send(ben, Get, "/passkeys").json()["passkeys"].array().at(0).string_or("name", ""), "Work");
    EXPECT_EQ(send(administrator, Delete, path).status, 404);
    EXPECT_EQ(send(ben, Delete, path).status, 204);
    EXPECT_EQ(code(log_in(authenticator)), "unknown_passkey");

    const Json events = send(ben, Get, "/users/" + ben_ + "/account_events").json()["events"];
    std::vector<std::string> kinds;
    for (const Json& event : events.array()) kinds.push_back(event.string_or("kind", ""));
    EXPECT_EQ(kinds, (std::vector<std::string>{"passkey_removed", "passkey_log_in", "passkey_added", "password_set"}));
    EXPECT_EQ(events.array().at(0).string_or("passkey", ""), "Work");
    EXPECT_EQ(events.array().at(3).string_or("by", ""), "Ada Admin");
}

TEST_P(Passkeys, log_nobody_in_who_is_switched_off) {
    Authenticator authenticator;
    add(ben, authenticator);
    administer(Patch, "/records/user/" + ben_, Json::Members{{"active", false}});
    Answer refused = log_in(authenticator);
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(code(refused), "unknown_passkey");
    administer(Patch, "/records/user/" + ben_, Json::Members{{"active", true}});
    EXPECT_EQ(log_in(authenticator).status, 201);
}

TEST_P(Passkeys, of_somebody_else_are_removed_by_administrators_alone) {
    Authenticator of_ben, of_ada;
    add(ben, of_ben);
    add(administrator, of_ada);
    const std::string ada = administer(Get, "/me")["user"].string_or("id", "");
    EXPECT_EQ(send(ben, Get, "/users/" + ada + "/passkeys").status, 403);
    EXPECT_EQ(send(ben, Get, "/users/" + ada + "/account_events").status, 403);
    EXPECT_EQ(send(ben, Delete, "/users/" + ada + "/passkeys").status, 403);
    EXPECT_EQ(administer(Get, "/users/" + ben_ + "/passkeys")["passkeys"].array().size(), 1U);
    EXPECT_EQ(send(administrator, Delete, "/users/" + ben_ + "/passkeys").status, 204);
    EXPECT_EQ(code(log_in(of_ben)), "unknown_passkey");
    EXPECT_EQ(log_in(of_ada).status, 201);
}

TEST_P(Passkeys, are_for_a_name_that_the_server_knows) {
    auto ask = [&](const Headers& headers) { return send(administrator, Post, "/session/passkey/options", "", headers); };
    EXPECT_EQ(ask(here).json().string_or("rpId", ""), "localhost");
    EXPECT_EQ(ask({{"Host", "localhost:8080"}}).status, 200);
    for (const Headers& other : std::vector<Headers>{{}, {{"Host", "crm.example.com"}}, {{"Host", "127.0.0.1:8080"}}, {{"Host", "[::1]:8080"}}, {{"Host", "localhost:8080"}, {"Origin", "https://crm.example.com"}}}) {
        Answer answer = ask(other);
        EXPECT_EQ(answer.status, 409) << answer.body;
        EXPECT_EQ(code(answer), "passkeys_unavailable");
    }
    EXPECT_NE(ask({{"Host", "127.0.0.1:8080"}}).body.find("bare IP address"), std::string::npos);
}

TEST(SessionCookie, goes_by_tls_alone_where_people_open_the_server_so) {
    auto cookie = [](const char* address) { return api::session_cookie_text(identity::RelyingParty::at(address), "token", 60); };
    EXPECT_TRUE(cookie("https://crm.example.com").ends_with("; Secure"));
    EXPECT_EQ(cookie("http://localhost:8080").find("Secure"), std::string::npos);
    EXPECT_EQ(api::session_cookie_text(std::nullopt, "token", 60).find("Secure"), std::string::npos);
}

}  // namespace
}  // namespace rapport::scenarios
