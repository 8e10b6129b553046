#include "identity/passkeys/challenges.h"

#include <sodium.h>

#include "base/base64.h"
#include "base/failure.h"
#include "base/secret_box.h"
#include "identity/secret_token.h"

namespace rapport::identity {
namespace {

constexpr std::size_t random_bytes = 24, time_bytes = 8, code_bytes = 32;
constexpr std::int64_t lifetime = Challenges::seconds * DateTime::second;

Failure stale() {
    return Failure(FailureKind::Invalid, "stale_challenge", "What the authenticator was asked is not good any more: it was answered before, is older than five minutes, or was meant for something else. Try again.");
}

std::string time_text(std::int64_t microseconds) {
    std::string out;
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(microseconds >> shift & 0xff);
    return out;
}

std::int64_t time_in(std::string_view text) {
    std::uint64_t out = 0;
    for (unsigned char byte : text) out = out << 8 | byte;
    return static_cast<std::int64_t>(out);
}

std::string code_of(std::string_view given, Challenges::Purpose purpose, RecordId user) {
    const std::string key = SecretBox::current().derived_key("passkey challenges");
    const std::string text = std::string(given) + (purpose == Challenges::Purpose::LogIn ? "log in" : "add") + time_text(user.number());
    std::string out(code_bytes, '\0');
    auto bytes = [](const std::string& of) { return reinterpret_cast<const unsigned char*>(of.data()); };
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), bytes(text), text.size(), bytes(key), key.size());
    return out;
}

}  // namespace

void create_challenge_table(storage::Session& session) {
    session.execute_script("CREATE TABLE spent_challenge (fingerprint TEXT PRIMARY KEY, spent_at BIGINT NOT NULL)");
}

std::string Challenges::give(Purpose purpose, RecordId user) {
    std::string given(random_bytes, '\0');
    randombytes_buf(given.data(), given.size());
    given += time_text(DateTime::now().microseconds() + lifetime);
    return to_base64url(given + code_of(given, purpose, user));
}

void Challenges::check(std::string_view challenge, Purpose purpose, RecordId user, DateTime now) {
    auto bytes = from_base64url(challenge);
    if (!bytes || bytes->size() != random_bytes + time_bytes + code_bytes) throw stale();
    const std::string_view given = std::string_view(*bytes).substr(0, random_bytes + time_bytes);
    if (!same_secret(code_of(given, purpose, user), std::string_view(*bytes).substr(given.size()))) throw stale();
    if (time_in(given.substr(random_bytes)) < now.microseconds()) throw stale();
}

void Challenges::spend(storage::Session& session, std::string_view challenge) {
    const std::int64_t now = DateTime::now().microseconds();
    session.execute("DELETE FROM spent_challenge WHERE spent_at < ?1", {now - 2 * lifetime});
    bool first = session.execute("INSERT INTO spent_challenge (fingerprint, spent_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING", {fingerprint(challenge), now}) > 0;
    if (!first) throw stale();
}

}  // namespace rapport::identity
