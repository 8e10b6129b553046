#include <gtest/gtest.h>

#include "doors.h"
#include "identity/testing/authenticator.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;
using identity::testing::Authenticator;

const std::vector<std::pair<std::string, std::string>> here{{"Host", "localhost:8080"}, {"Origin", "http://localhost:8080"}};
constexpr const char* origin = "http://localhost:8080";
constexpr const char* password = "a long password";

/// The administrator's browser, as it was left open.
class Proofs : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        session_ = workspace().identity().open_session(workspace().actor(administrator).user());
        wait(std::chrono::minutes(16));
    }
    /// As if the session's person had proved so long ago who they are.
    void wait(std::chrono::minutes minutes) {
        workspace().identity().note_proof(session_.token, DateTime(DateTime::now().microseconds() - std::chrono::microseconds(minutes).count()));
    }
    Answer ask(http::Method method, const std::string& path, const Json& body = Json(), Headers headers = {}) {
        headers.insert(headers.end(), {{"Authorization", ""}, {"Cookie", "rapport_session=" + session_.token}, {"X-CSRF-Token", session_.csrf_token}});
        return send(administrator, method, path, body.is_null() ? "" : body.text(), headers);
    }
    std::string refused(http::Method method, const std::string& path, const Json& body = Json()) {
        Answer answer = ask(method, path, body);
        return std::to_string(answer.status) + " " + (answer.status < 300 ? "" : answer.json().string_or("code", ""));
    }
    Answer prove(const std::string& typed) { return ask(Post, "/session/proof", Json::Members{{"password", typed}}); }

    identity::OpenedSession session_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Proofs, storage::testing::every_engine(), storage::testing::engine_name);

constexpr const char* unproved = "403 confirm_identity";
const Json somebody = Json::Members{{"last_name", "Mallory"}, {"email", "mallory@example.com"}, {"administrator", true}};

TEST_P(Proofs, are_wanted_before_somebody_gets_access) {
    EXPECT_EQ(refused(Post, "/records/user", somebody), unproved);
    const std::string ben = make("user", {{"last_name", "Ben"}, {"email", "ben@example.com"}});
    EXPECT_EQ(refused(Patch, "/records/user/" + ben, Json::Members{{"email", "mallory@example.com"}}), unproved);
    EXPECT_EQ(refused(Delete, "/records/user/" + ben), unproved);
    EXPECT_EQ(refused(Patch, "/records/user?match=email", Json::Members{{"email", "ben@example.com"}, {"administrator", true}}), unproved);
    EXPECT_EQ(refused(Put, "/users/" + ben + "/password", Json::Members{{"password", "a first passphrase"}}), unproved);
    EXPECT_EQ(refused(Delete, "/users/" + ben + "/passkeys"), unproved);
    EXPECT_EQ(refused(Post, "/records/role", Json::Members{{"name", "Everything"}}), unproved);
    EXPECT_EQ(refused(Post, "/records/permission_set", Json::Members{{"name", "Everything"}, {"for_everyone", true}}), unproved);
    EXPECT_EQ(refused(Post, "/tokens", Json::Members{{"name", "Mine"}}), unproved);
    EXPECT_EQ(refused(Get, "/exports/everything"), unproved);
    EXPECT_EQ(administer(Get, "/records/user/" + ben).string_or("email", ""), "ben@example.com");
}

TEST_P(Proofs, are_wanted_for_a_request_as_a_whole) {
    const Json::Array operations{Json::Members{{"operation", "create"}, {"object", "account"}, {"fields", Json::Members{{"name", "Acme"}}}},
                                 Json::Members{{"operation", "create"}, {"object", "user"}, {"fields", somebody}}};
    for (auto mode : {"all_or_nothing", "row_by_row"}) EXPECT_EQ(refused(Post, "/batch", Json::Members{{"mode", mode}, {"operations", operations}}), unproved);
    EXPECT_EQ(administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM account"}})["records"].array().size(), 0U);
    EXPECT_EQ(refused(Post, "/imports", Json::Members{{"object", "user"}, {"csv", "last_name,email\nMallory,mallory@example.com\n"}}), unproved);
    EXPECT_EQ(refused(Post, "/imports", Json::Members{{"object", "account"}, {"csv", "name\nAcme\n"}}), "201 ");
}

TEST_P(Proofs, are_wanted_to_undo_what_took_access_away) {
    const std::string ben = make("user", {{"last_name", "Ben"}, {"email", "ben@example.com"}});
    Answer off = send(administrator, Patch, "/records/user/" + ben, R"({"active": false})");
    const std::string change_set(off.headers.find("Change-Set").value_or(""));
    EXPECT_EQ(refused(Post, "/change_sets/" + change_set + "/undo"), unproved);
    EXPECT_EQ(administer(Get, "/records/user/" + ben)["active"].boolean(), false);
    EXPECT_EQ(prove(password).status, 204);
    EXPECT_EQ(refused(Post, "/change_sets/" + change_set + "/undo"), "200 ");
    EXPECT_EQ(administer(Get, "/records/user/" + ben)["active"].boolean(), true);
}

TEST_P(Proofs, are_the_password_and_last_for_a_quarter_of_an_hour) {
    EXPECT_EQ(refused(Get, "/session/proof"), unproved);
    Answer wrong = prove("not the password");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.json().string_or("code", ""), "wrong_password");
    EXPECT_EQ(refused(Post, "/records/user", somebody), unproved);
    EXPECT_EQ(prove(password).status, 204);
    EXPECT_EQ(refused(Get, "/session/proof"), "204 ");
    EXPECT_EQ(refused(Post, "/records/user", somebody), "201 ");
    wait(std::chrono::minutes(14));
    EXPECT_EQ(refused(Get, "/session/proof"), "204 ");
    wait(std::chrono::minutes(15));
    EXPECT_EQ(refused(Get, "/session/proof"), unproved);
    // What is no matter of access is not asked for.
    EXPECT_EQ(refused(Post, "/records/account", Json::Members{{"name", "Acme"}}), "201 ");
    EXPECT_EQ(refused(Get, "/records/user"), "200 ");
}

TEST_P(Proofs, are_the_log_in_and_can_be_taken_back) {
    session_ = workspace().identity().open_session(workspace().actor(administrator).user());
    EXPECT_EQ(refused(Get, "/session/proof"), "204 ");
    EXPECT_EQ(refused(Delete, "/session/proof"), "204 ");
    EXPECT_EQ(refused(Get, "/session/proof"), unproved);
}

TEST_P(Proofs, are_slowed_down_when_they_are_guessed) {
    int status = 422;
    for (int i = 0; i < 10 && status == 422; ++i) status = prove("not the password").status;
    EXPECT_EQ(status, 429);
    EXPECT_EQ(prove(password).status, 429);
}

TEST_P(Proofs, are_passkeys_of_oneself) {
    auto passkey_of = [&](const std::string& who, const std::string& typed, Authenticator& authenticator) {
        const Json made = authenticator.create(send(who, Post, "/passkeys/options", Json(Json::Members{{"password", typed}}).text(), here).json(), origin);
        return send(who, Post, "/passkeys", Json(Json::Members{{"name", "Laptop"}, {"passkey", made}}).text(), here).status;
    };
    auto show = [&](Authenticator& authenticator) {
        const Json shown = authenticator.get(send(administrator, Post, "/session/passkey/options", "", here).json(), origin);
        return ask(Post, "/session/proof", Json::Members{{"passkey", shown}}, here);
    };
    const std::string ben = make("user", {{"last_name", "Ben"}, {"email", "ben@example.com"}});
    administer(Put, "/users/" + ben + "/password", Json::Members{{"password", "a first passphrase"}});
    Authenticator of_ben, of_ada;
    ASSERT_EQ(passkey_of("ben@example.com", "a first passphrase", of_ben), 201);
    ASSERT_EQ(passkey_of(administrator, password, of_ada), 201);
    EXPECT_EQ(show(of_ben).json().string_or("code", ""), "wrong_passkey");
    EXPECT_EQ(refused(Get, "/session/proof"), unproved);
    EXPECT_EQ(show(of_ada).status, 204);
    EXPECT_EQ(refused(Get, "/session/proof"), "204 ");
    EXPECT_EQ(administer(Get, "/me")["administrator"].boolean(), true);
    // One that was removed ends no session.
    send(administrator, Delete, "/users/" + ben + "/passkeys");
    EXPECT_EQ(show(of_ben).status, 422);
}

TEST_P(Proofs, are_not_asked_of_tokens_nor_for_ones_own_password) {
    EXPECT_EQ(send(administrator, Post, "/records/user", somebody.text()).status, 201);
    EXPECT_EQ(send(administrator, Post, "/session/proof", R"({"password": "a long password"})").json().string_or("code", ""), "no_session");
    const std::string me = administer(Get, "/me")["user"].string_or("id", "");
    EXPECT_EQ(refused(Put, "/users/" + me + "/password", Json::Members{{"password", "another passphrase"}, {"current", "not it"}}), "422 wrong_password");
}

TEST_P(Proofs, are_told_of_in_the_description_of_the_api) {
    const Json paths = Json::parse(send(administrator, Get, "/openapi.json").body)["paths"];
    auto told = [&](const char* path, const char* method) { return paths[path][method].string_or("description", "").find("confirm_identity") != std::string::npos; };
    EXPECT_TRUE(told("/records/user", "post"));
    EXPECT_TRUE(told("/records/permission_set/{id}", "delete"));
    EXPECT_TRUE(told("/tokens", "post"));
    EXPECT_TRUE(told("/exports/everything", "get"));
    EXPECT_FALSE(told("/records/account", "post"));
    EXPECT_FALSE(told("/records/user", "get"));
}

}  // namespace
}  // namespace rapport::scenarios
