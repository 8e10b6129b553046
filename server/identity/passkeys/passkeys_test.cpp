#include "identity/passkeys/passkeys.h"

#include <array>

#include "base/base64.h"
#include "base/failure.h"
#include "base/secret_box.h"
#include "identity/identity.h"
#include "identity/passkeys/challenges.h"
#include "identity/testing/authenticator.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::identity {
namespace {

using testing::Authenticator;
using Said = Authenticator::Said;

const RecordId ada = RecordId::of(5, 1);
const RecordId bob = RecordId::of(5, 2);
const RelyingParty party{"crm.example.com", "https://crm.example.com"};
const RelyingParty elsewhere{"crm.example.net", "https://crm.example.net"};
const Device device{"192.0.2.1", "Firefox on Linux"};

std::string code_of(auto&& action) {
    try {
        action();
    } catch (const Failure& failure) {
        EXPECT_NE(failure.kind(), FailureKind::Internal) << failure.what();
        return failure.code();
    }
    return "none";
}

class PasskeysTest : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        SecretBox::set_current(std::string(SecretBox::key_size, 'k'));
        const std::array steps{storage::Migration{1, "identity", create_tables}, storage::Migration{2, "passkeys", create_passkey_tables}, storage::Migration{3, "proofs", add_proofs_to_sessions}};
        storage::migrate(database(), steps);
        identity_.emplace(database());
    }
    Identity& identity() { return *identity_; }
    Passkeys& passkeys() { return identity_->passkeys(); }

    PasskeyEntry add(Authenticator& authenticator, RecordId user = ada, const Authenticator::Change& change = {}) {
        return passkeys().add(party, user, authenticator.create(passkeys().creation_options(party, {user, "ada@example.com", "Ada"}), party.origin, change), "Laptop", device);
    }
    RecordId log_in(Authenticator& authenticator, const Authenticator::Change& change = {}) {
        return passkeys().prove(party, authenticator.get(Passkeys::request_options(party), party.origin, change), device);
    }
    std::vector<std::string> events(RecordId user) {
        std::vector<std::string> out;
        for (const auto& event : identity().account_events(user, 100)) out.emplace_back(name_of(event.kind));
        return out;
    }

    std::optional<Identity> identity_;
};
INSTANTIATE_TEST_SUITE_P(Engines, PasskeysTest, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(PasskeysTest, log_in_with_every_algorithm) {
    for (auto algorithm : PublicKey::algorithms) {
        Authenticator authenticator(algorithm);
        add(authenticator);
        EXPECT_EQ(log_in(authenticator), ada) << static_cast<std::int64_t>(algorithm);
        EXPECT_EQ(log_in(authenticator), ada);
    }
}

TEST_P(PasskeysTest, are_listed_renamed_and_removed) {
    Authenticator authenticator;
    auto made = add(authenticator);
    EXPECT_EQ(made.name, "Laptop");
    EXPECT_FALSE(passkeys().list(ada).at(0).used_at);
    log_in(authenticator);
    EXPECT_TRUE(passkeys().list(ada).at(0).used_at);
    EXPECT_FALSE(passkeys().rename(bob, made.id, "Mine"));
    EXPECT_TRUE(passkeys().rename(ada, made.id, "Work"));
    EXPECT_EQ(passkeys().list(ada).at(0).name, "Work");
    EXPECT_EQ(code_of([&] { passkeys().rename(ada, made.id, " "); }), "invalid_passkey_name");
    EXPECT_FALSE(passkeys().remove(bob, made.id, device));
    EXPECT_TRUE(passkeys().remove(ada, made.id, device));
    EXPECT_TRUE(passkeys().list(ada).empty());
    EXPECT_EQ(code_of([&] { log_in(authenticator); }), "unknown_passkey");
    EXPECT_EQ(events(ada), (std::vector<std::string>{"passkey_removed", "passkey_added"}));
}

TEST_P(PasskeysTest, are_named_after_their_authenticator) {
    Authenticator authenticator;
    auto made = add(authenticator, ada, [](Said& said) { said.model = "\xea\x9b\x8d\x66\x4d\x01\x1d\x21\x3c\xe4\xb6\xb4\x8c\xb5\x75\xd4"; });
    EXPECT_EQ(made.name, "Google Password Manager");
}

TEST_P(PasskeysTest, of_one_person_share_a_handle_that_tells_nothing) {
    Authenticator first, second, third;
    add(first);
    const Json before = passkeys().creation_options(party, {ada, "ada@example.com", "Ada"});
    EXPECT_EQ(before["excludeCredentials"].array().size(), 1U);
    add(second);
    EXPECT_EQ(passkeys().creation_options(party, {ada, "ada@example.com", "Ada"})["user"], before["user"]);
    EXPECT_NE(passkeys().creation_options(party, {bob, "bob@example.com", "Bob"})["user"]["id"], before["user"]["id"]);
    EXPECT_TRUE(passkeys().creation_options(elsewhere, {ada, "ada@example.com", "Ada"})["excludeCredentials"].array().empty());
}

TEST_P(PasskeysTest, are_not_made_by_what_is_wrong) {
    struct Wrong {
        const char* what;
        Authenticator::Change change;
        std::string code;
    };
    const std::vector<Wrong> all{
        {"type", [](Said& said) { said.type = "webauthn.get"; }, "malformed_passkey"},
        {"challenge of nobody", [](Said& said) { said.challenge = to_base64url(std::string(64, 'x')); }, "stale_challenge"},
        {"challenge that is cut", [](Said& said) { said.challenge.pop_back(); }, "stale_challenge"},
        {"no challenge", [](Said& said) { said.challenge.clear(); }, "stale_challenge"},
        {"challenge of a log-in", [](Said& said) { said.challenge = Challenges::give(Challenges::Purpose::LogIn); }, "stale_challenge"},
        {"challenge of somebody else", [](Said& said) { said.challenge = Challenges::give(Challenges::Purpose::Add, bob); }, "stale_challenge"},
        {"origin", [](Said& said) { said.origin = "https://crm.example.com.evil.example"; }, "wrong_origin"},
        {"scheme", [](Said& said) { said.origin = "http://crm.example.com"; }, "wrong_origin"},
        {"port", [](Said& said) { said.origin = "https://crm.example.com:8443"; }, "wrong_origin"},
        {"within another page", [](Said& said) { said.cross_origin = true; }, "wrong_origin"},
        {"relying party", [](Said& said) { said.party = "example.com"; }, "wrong_origin"},
        {"nobody present", [](Said& said) { said.flags &= 0xfe; }, "not_verified"},
        {"nobody verified", [](Said& said) { said.flags &= 0xfb; }, "not_verified"},
        {"no passkey", [](Said& said) { said.flags &= 0xbf; }, "malformed_passkey"},
        {"extensions that are not there", [](Said& said) { said.flags |= 0x80; }, "malformed_passkey"},
        {"extensions that were not announced", [](Said& said) { said.extensions = "\xa0"; }, "malformed_passkey"},
        {"bytes after extensions", [](Said& said) { said.flags |= 0x80; said.extensions = "\xa0\xa0"; }, "malformed_passkey"},
        {"no id", [](Said& said) { said.credential.clear(); }, "malformed_passkey"},
        {"long id", [](Said& said) { said.credential = std::string(1024, 'i'); }, "malformed_passkey"},
        {"no key", [](Said& said) { said.key.clear(); }, "unknown_passkey_algorithm"},
        {"key in an array", [](Said& said) { said.key = "\x80"; }, "unknown_passkey_algorithm"},
        {"algorithm", [](Said& said) { said.key[4] = '\x27'; }, "unknown_passkey_algorithm"},
        {"type of key", [](Said& said) { said.key[2] = '\x03'; }, "unknown_passkey_algorithm"},
        {"curve", [](Said& said) { said.key[6] = '\x02'; }, "unknown_passkey_algorithm"},
        {"point beside its curve", [](Said& said) { said.key.back() ^= 1; }, "unknown_passkey_algorithm"},
        {"short coordinate", [](Said& said) { said.key = said.key.substr(0, said.key.size() - 34) + testing::cbor_bytes(std::string(31, 'y')); }, "unknown_passkey_algorithm"},
        {"part that comes twice", [](Said& said) { said.key = testing::cbor_map(6) + said.key.substr(1) + testing::cbor_number(3) + testing::cbor_number(-7); }, "unknown_passkey_algorithm"},
    };
    for (const Wrong& wrong : all) {
        Authenticator authenticator;
        EXPECT_EQ(code_of([&] { add(authenticator, ada, wrong.change); }), wrong.code) << wrong.what;
    }
    Authenticator small(PublicKey::Algorithm::Rs256, 1024);
    EXPECT_EQ(code_of([&] { add(small); }), "unknown_passkey_algorithm");
    EXPECT_TRUE(passkeys().list(ada).empty());
}

TEST_P(PasskeysTest, take_extensions_that_are_announced) {
    Authenticator authenticator;
    add(authenticator, ada, [](Said& said) { said.flags |= 0x80; said.extensions = testing::cbor_map(1) + testing::cbor_text("credProtect") + testing::cbor_number(2); });
    EXPECT_EQ(log_in(authenticator), ada);
}

TEST_P(PasskeysTest, log_nobody_in_by_what_is_wrong) {
    struct Wrong {
        const char* what;
        Authenticator::Change change;
        std::string code;
    };
    const std::vector<Wrong> all{
        {"type", [](Said& said) { said.type = "webauthn.create"; }, "malformed_passkey"},
        {"challenge of adding", [](Said& said) { said.challenge = Challenges::give(Challenges::Purpose::Add, ada); }, "stale_challenge"},
        {"challenge that is changed", [](Said& said) { said.challenge[3] = said.challenge[3] == 'A' ? 'B' : 'A'; }, "stale_challenge"},
        {"origin", [](Said& said) { said.origin = "https://evil.example"; }, "wrong_origin"},
        {"within another page", [](Said& said) { said.cross_origin = true; }, "wrong_origin"},
        {"relying party", [](Said& said) { said.party = "evil.example"; }, "wrong_origin"},
        {"nobody present", [](Said& said) { said.flags &= 0xfe; }, "not_verified"},
        {"nobody verified", [](Said& said) { said.flags &= 0xfb; }, "not_verified"},
        {"bytes at the end", [](Said& said) { said.extensions = "x"; }, "malformed_passkey"},
        {"other passkey", [](Said& said) { said.credential = "another"; }, "unknown_passkey"},
        {"other person", [](Said& said) { said.user_handle = "another"; }, "unknown_passkey"},
        {"nobody", [](Said& said) { said.user_handle.clear(); }, "unknown_passkey"},
    };
    Authenticator authenticator;
    add(authenticator);
    for (const Wrong& wrong : all) EXPECT_EQ(code_of([&] { log_in(authenticator, wrong.change); }), wrong.code) << wrong.what;
    EXPECT_EQ(log_in(authenticator), ada);
}

/// One after the other, each of the bytes that were signed and of the signature.
TEST_P(PasskeysTest, log_nobody_in_by_bytes_that_were_changed) {
    for (auto algorithm : PublicKey::algorithms) {
        Authenticator authenticator(algorithm);
        add(authenticator);
        const Json whole = authenticator.get(Passkeys::request_options(party), party.origin);
        for (const char* part : {"authenticatorData", "signature"}) {
            const std::string bytes = *from_base64url(whole["response"][part].string());
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                std::string changed = bytes;
                changed[i] ^= 0x20;
                Json answer = whole;
                answer.member("response").set(part, to_base64url(changed));
                Passkeys fresh(database());  // has not seen the tries before
                EXPECT_NE(code_of([&] { fresh.prove(party, answer, device); }), "none") << part << " " << i;
            }
        }
        EXPECT_EQ(log_in(authenticator), ada);
        Json answer = authenticator.get(Passkeys::request_options(party), party.origin);
        const Json other = authenticator.get(Passkeys::request_options(party), party.origin);
        answer.member("response").set("clientDataJSON", other["response"]["clientDataJSON"]);
        EXPECT_EQ(code_of([&] { Passkeys(database()).prove(party, answer, device); }), "unknown_passkey");
    }
}

TEST_P(PasskeysTest, that_are_cut_off_anywhere_are_refused) {
    Authenticator authenticator;
    const Json whole = authenticator.create(passkeys().creation_options(party, {ada, "ada@example.com", "Ada"}), party.origin);
    const std::string bytes = *from_base64url(whole["response"]["attestationObject"].string());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Json cut = whole;
        cut.member("response").set("attestationObject", to_base64url(bytes.substr(0, size)));
        EXPECT_EQ(code_of([&] { passkeys().add(party, ada, cut, "Laptop", device); }), "malformed_passkey") << size;
    }
    for (const Json& wrong : {Json(), Json("text"), Json(Json::Members{}), Json(Json::Members{{"type", "public-key"}, {"id", "%%%"}})})
        EXPECT_NE(code_of([&] { passkeys().add(party, ada, wrong, "Laptop", device); }), "none");
    for (const char* part : {"clientDataJSON", "attestationObject"}) {
        for (const std::string& text : {std::string("="), to_base64url("{"), to_base64url("[1]"), to_base64url(std::string(9000, 'x'))}) {
            Json wrong = whole;
            wrong.member("response").set(part, text);
            EXPECT_NE(code_of([&] { passkeys().add(party, ada, wrong, "Laptop", device); }), "none") << part << text.substr(0, 10);
        }
    }
    EXPECT_EQ(passkeys().add(party, ada, whole, "Laptop", device).name, "Laptop");
}

TEST_P(PasskeysTest, are_answered_once) {
    Authenticator authenticator;
    const Json made = authenticator.create(passkeys().creation_options(party, {ada, "ada@example.com", "Ada"}), party.origin);
    passkeys().add(party, ada, made, "Laptop", device);
    EXPECT_EQ(code_of([&] { passkeys().add(party, ada, made, "Laptop", device); }), "stale_challenge");
    const Json used = authenticator.get(Passkeys::request_options(party), party.origin);
    passkeys().prove(party, used, device);
    // Another node knows, too.
    EXPECT_EQ(code_of([&] { Passkeys(database()).prove(party, used, device); }), "stale_challenge");
}

TEST_P(PasskeysTest, are_of_one_person) {
    Authenticator authenticator;
    add(authenticator);
    EXPECT_EQ(code_of([&] { add(authenticator, bob); }), "known_passkey");
    EXPECT_EQ(log_in(authenticator), ada);
}

TEST_P(PasskeysTest, count_their_uses) {
    Authenticator authenticator;
    authenticator.sign_count = 7;
    add(authenticator);
    EXPECT_EQ(log_in(authenticator), ada);
    Authenticator copy = authenticator;
    EXPECT_EQ(log_in(authenticator), ada);
    EXPECT_EQ(code_of([&] { log_in(copy); }), "copied_passkey");
    EXPECT_EQ(code_of([&] { log_in(authenticator, [](Said& said) { said.sign_count = 0; }); }), "copied_passkey");
    EXPECT_EQ(events(ada).front(), "passkey_copied");
    EXPECT_EQ(log_in(authenticator), ada);
}

TEST_P(PasskeysTest, of_another_address_log_nobody_in) {
    Authenticator authenticator;
    add(authenticator);
    EXPECT_EQ(code_of([&] { passkeys().prove(elsewhere, authenticator.get(Passkeys::request_options(elsewhere), elsewhere.origin), device); }), "unknown_passkey");
}

TEST_P(PasskeysTest, are_not_guessed_at) {
    Authenticator authenticator;
    add(authenticator);
    auto guess = [&] { log_in(authenticator, [](Said& said) { said.user_handle = "another"; }); };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(code_of(guess), "unknown_passkey");
    EXPECT_EQ(code_of(guess), "too_many_attempts");
}

TEST_P(PasskeysTest, are_twenty_at_most) {
    Authenticator last;
    for (std::int64_t i = 0; i < Passkeys::most; ++i) {
        Authenticator authenticator(PublicKey::Algorithm::EdDsa);
        add(authenticator);
    }
    EXPECT_EQ(code_of([&] { add(last); }), "too_many_passkeys");
}

TEST_P(PasskeysTest, are_all_removed_with_the_sessions) {
    Authenticator one, other, of_bob;
    add(one);
    add(other);
    add(of_bob, bob);
    auto session = identity().open_session(ada, device, Identity::Proof::Passkey);
    EXPECT_EQ(identity().remove_passkeys(ada, bob), 2);
    EXPECT_FALSE(identity().find_session(session.token));
    EXPECT_EQ(code_of([&] { log_in(one); }), "unknown_passkey");
    EXPECT_EQ(log_in(of_bob), bob);
    EXPECT_EQ(events(ada), (std::vector<std::string>{"passkey_removed", "passkey_removed", "passkey_log_in", "passkey_added", "passkey_added"}));
    EXPECT_EQ(identity().account_events(ada, 1).at(0).by, bob);
}

TEST(Challenges, last_five_minutes) {
    SecretBox::set_current(std::string(SecretBox::key_size, 'k'));
    const std::string challenge = Challenges::give(Challenges::Purpose::LogIn);
    auto later = [](std::int64_t seconds) { return DateTime(DateTime::now().microseconds() + seconds * DateTime::second); };
    EXPECT_EQ(code_of([&] { Challenges::check(challenge, Challenges::Purpose::LogIn, {}, later(290)); }), "none");
    EXPECT_EQ(code_of([&] { Challenges::check(challenge, Challenges::Purpose::LogIn, {}, later(301)); }), "stale_challenge");
    EXPECT_NE(challenge, Challenges::give(Challenges::Purpose::LogIn));
}

TEST(RelyingParty, is_a_name_with_tls_or_this_machine) {
    auto origin = [](const char* address) { return RelyingParty::at(address).origin; };
    EXPECT_EQ(origin("https://crm.example.com"), "https://crm.example.com");
    EXPECT_EQ(origin("https://CRM.example.com:443/"), "https://crm.example.com");
    EXPECT_EQ(origin("https://crm.example.com:8443"), "https://crm.example.com:8443");
    EXPECT_EQ(origin("http://localhost:8080"), "http://localhost:8080");
    EXPECT_EQ(RelyingParty::at("https://crm.example.com:8443").id, "crm.example.com");
    for (const char* wrong : {"", "crm.example.com", "http://crm.example.com", "https://", "https://192.0.2.1", "https://[::1]:8080", "https://crm.example.com/crm", "https://crm.example.com:https", "https://crm example.com", "https://.example.com", "ftp://crm.example.com", "https://ada@crm.example.com"})
        EXPECT_EQ(code_of([&] { RelyingParty::at(wrong); }), "invalid_public_address") << wrong;
    EXPECT_TRUE(RelyingParty::is_local("localhost"));
    EXPECT_TRUE(RelyingParty::is_local("localhost:8080"));
    for (const char* other : {"localhost.example.com", "127.0.0.1:8080", "example.com", "", "localhost:", "localhost:80/x"}) EXPECT_FALSE(RelyingParty::is_local(other)) << other;
}

}  // namespace
}  // namespace rapport::identity
