#include "identity/passkeys/passkeys.h"

#include "base/base64.h"
#include "base/log.h"
#include "base/secret_box.h"
#include "base/text.h"
#include "identity/passkeys/ceremony.h"
#include "identity/passkeys/models.h"
#include "identity/secret_token.h"

namespace rapport::identity {
namespace {

constexpr std::size_t longest_name = 100, longest_signature = 1024;

void check_name(const std::string& name) {
    if (text::is_blank(name) || name.size() > longest_name || text::has_control_characters(name))
        throw invalid_field({"name", "invalid_passkey_name", "A passkey has a name of 1 to 100 bytes, which says where it is."});
}

std::int64_t count(storage::Session& session, RecordId user) { return session.value("SELECT count(*) FROM passkey WHERE user_id = ?1", {user.number()})->integer(); }

void check_room(storage::Session& session, RecordId user) {
    if (count(session, user) >= Passkeys::most)
        throw Failure(FailureKind::Conflict, "too_many_passkeys", "You have 20 passkeys, which is as many as there can be. Remove one that you do not use.");
}

/// By which an authenticator knows whose passkeys it has: one for a person, another in each workspace, and no name. What
/// passkeys have stays although the key of the workspace should be another one day.
std::string handle_of(storage::Session& session, RecordId user) {
    auto known = session.value("SELECT user_handle FROM passkey WHERE user_id = ?1 LIMIT 1", {user.number()});
    return known ? known->text() : derived_secret(SecretBox::current().derived_key("users of passkeys"), user.text());
}

/// Of two answers of one authenticator the later has the higher count, unless it does not count at all.
bool went_on(std::int64_t before, std::int64_t now) { return now > before || (now == 0 && before == 0); }

struct Stored {
    std::string id;
    RecordId user;
    std::string handle, party, name;
    PublicKey key;
    std::int64_t sign_count;
};

std::optional<Stored> find(storage::Session& session, const std::string& id) {
    auto row = session.query("SELECT user_id, user_handle, party, name, algorithm, public_key, sign_count FROM passkey WHERE id = ?1", {id});
    if (!row->next()) return std::nullopt;
    PublicKey key(static_cast<PublicKey::Algorithm>(row->integer(4)), from_base64(row->text(5)).value_or(""));
    return Stored{id, RecordId(row->integer(0)), std::string(row->text(1)), std::string(row->text(2)), std::string(row->text(3)), std::move(key), row->integer(6)};
}

Json descriptors(storage::Session& session, const RelyingParty& party, RecordId user) {
    Json::Array out;
    auto row = session.query("SELECT credential FROM passkey WHERE user_id = ?1 AND party = ?2", {user.number(), party.id});
    while (row->next()) out.push_back(Json::Members{{"type", "public-key"}, {"id", row->text(0)}});
    return out;
}

/// Writes down that a passkey was used; answers false when its count did not go on, also since it was read.
bool note_use(storage::Session& session, const Stored& passkey, const Ceremony& ceremony) {
    Challenges::spend(session, ceremony.challenge);
    auto before = session.value("SELECT sign_count FROM passkey WHERE id = ?1", {passkey.id});
    if (!before) throw unknown_passkey();
    const std::int64_t now = ceremony.authenticator.sign_count;
    if (!went_on(before->integer(), now)) return false;
    return session.execute("UPDATE passkey SET sign_count = ?2, used_at = ?3 WHERE id = ?1 AND sign_count = ?4", {passkey.id, now, DateTime::now().microseconds(), before->integer()}) > 0;
}

}  // namespace

Failure unknown_passkey() {
    return Failure(FailureKind::Unauthenticated, "unknown_passkey", "This passkey does not log in here: it was removed, or its person may not log in any more. Log in with the password, or ask an administrator.");
}

void create_passkey_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE passkey (id TEXT PRIMARY KEY, user_id BIGINT NOT NULL, credential TEXT NOT NULL, user_handle TEXT NOT NULL, party TEXT NOT NULL, algorithm BIGINT NOT NULL, "
        "public_key TEXT NOT NULL, sign_count BIGINT NOT NULL, name TEXT NOT NULL, created_at BIGINT NOT NULL, used_at BIGINT);"
        "CREATE INDEX passkey_of ON passkey (user_id)");
    create_challenge_table(session);
    create_account_event_table(session);
}

Json Passkeys::creation_options(const RelyingParty& party, const Owner& owner) {
    Json::Array algorithms;
    for (PublicKey::Algorithm algorithm : PublicKey::algorithms) algorithms.push_back(Json::Members{{"type", "public-key"}, {"alg", static_cast<std::int64_t>(algorithm)}});
    return database_.read([&](storage::Session& session) -> Json {
        check_room(session, owner.user);
        return Json::Members{
            {"rp", Json::Members{{"id", party.id}, {"name", "Rapport"}}},
            {"user", Json::Members{{"id", handle_of(session, owner.user)}, {"name", owner.email}, {"displayName", owner.name}}},
            {"challenge", Challenges::give(Challenges::Purpose::Add, owner.user)},
            {"pubKeyCredParams", algorithms},
            {"timeout", Challenges::seconds * 1000},
            {"excludeCredentials", descriptors(session, party, owner.user)},
            {"authenticatorSelection", Json::Members{{"residentKey", "required"}, {"requireResidentKey", true}, {"userVerification", "required"}}},
            {"attestation", "none"},
        };
    });
}

PasskeyEntry Passkeys::add(const RelyingParty& party, RecordId user, const Json& answer, const std::string& name, const Device& device) {
    const auto ceremony = Ceremony::read(answer, {party, Challenges::Purpose::Add, user});
    const auto& made = ceremony.authenticator.made;
    if (!made || made->credential != ceremony.credential) throw malformed_passkey("credential id");
    const std::string_view model = name_of_model(made->model);
    const PasskeyEntry entry{fingerprint(made->credential), std::string(model.empty() ? std::string_view(name) : model), party.id, DateTime::now(), {}};
    check_name(entry.name);
    database_.write([&](storage::Session& session) {
        Challenges::spend(session, ceremony.challenge);
        check_room(session, user);
        bool is_new = session.execute(
            "INSERT INTO passkey (id, user_id, credential, user_handle, party, algorithm, public_key, sign_count, name, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING",
            {entry.id, user.number(), to_base64url(made->credential), handle_of(session, user), party.id, static_cast<std::int64_t>(made->key.algorithm()), to_base64(made->key.der()),
             static_cast<std::int64_t>(ceremony.authenticator.sign_count), entry.name, entry.created_at.microseconds()}) > 0;
        if (!is_new) throw Failure(FailureKind::Conflict, "known_passkey", "This passkey is in use here already. Make another one.");
        note_event(session, {user, AccountEvent::Kind::PasskeyAdded, user, entry.name, device});
    });
    return entry;
}

Json Passkeys::request_options(const RelyingParty& party) {
    return Json::Members{{"challenge", Challenges::give(Challenges::Purpose::LogIn)}, {"rpId", party.id}, {"timeout", Challenges::seconds * 1000}, {"userVerification", "required"}, {"allowCredentials", Json::Array()}};
}

RecordId Passkeys::prove(const RelyingParty& party, const Json& answer, const Device& device) {
    const auto ceremony = Ceremony::read(answer, {party, Challenges::Purpose::LogIn});
    const std::string signature = bytes_in(answer["response"], "signature", longest_signature);
    const std::string id = fingerprint(ceremony.credential);
    throttle_.begin(id, device.address);
    const auto passkey = database_.read([&](storage::Session& session) { return find(session, id); });
    if (!passkey || passkey->party != party.id || answer["response"].string_or("userHandle", "") != passkey->handle) throw unknown_passkey();
    if (!passkey->key.verifies(signature, ceremony.authenticator_bytes + ceremony.client_data_hash)) throw unknown_passkey();
    const bool counted = database_.write([&](storage::Session& session) {
        const bool good = note_use(session, *passkey, ceremony);
        if (!good) note_event(session, {passkey->user, AccountEvent::Kind::PasskeyCopied, {}, passkey->name, device});
        return good;
    });
    if (!counted) {
        log::warning("A passkey of user {} may have been copied: it counted its uses to {}, after {} before. It was refused.", passkey->user.text(), ceremony.authenticator.sign_count, passkey->sign_count);
        throw Failure(FailureKind::Unauthenticated, "copied_passkey", "This passkey seems to have been copied: it has counted fewer uses than there were. Log in with the password, remove this passkey, and tell an administrator.");
    }
    throttle_.succeed(id, device.address);
    return passkey->user;
}

std::vector<PasskeyEntry> Passkeys::list(RecordId user) {
    return database_.read([&](storage::Session& session) {
        std::vector<PasskeyEntry> entries;
        auto row = session.query("SELECT id, name, party, created_at, used_at FROM passkey WHERE user_id = ?1 ORDER BY created_at DESC, id", {user.number()});
        while (row->next()) {
            auto used = row->is_null(4) ? std::nullopt : std::optional(DateTime(row->integer(4)));
            entries.push_back({std::string(row->text(0)), std::string(row->text(1)), std::string(row->text(2)), DateTime(row->integer(3)), used});
        }
        return entries;
    });
}

bool Passkeys::rename(RecordId user, const std::string& id, const std::string& name) {
    check_name(name);
    return database_.write([&](storage::Session& session) { return session.execute("UPDATE passkey SET name = ?3 WHERE id = ?1 AND user_id = ?2", {id, user.number(), name}) > 0; });
}

bool Passkeys::remove(RecordId user, const std::string& id, const Device& device) {
    return database_.write([&](storage::Session& session) {
        auto name = session.value("SELECT name FROM passkey WHERE id = ?1 AND user_id = ?2", {id, user.number()});
        if (!name) return false;
        session.execute("DELETE FROM passkey WHERE id = ?1", {id});
        note_event(session, {user, AccountEvent::Kind::PasskeyRemoved, user, name->text(), device});
        return true;
    });
}

std::int64_t Passkeys::remove_all(storage::Session& session, RecordId user, RecordId by) {
    std::vector<std::string> names;
    for (auto row = session.query("SELECT name FROM passkey WHERE user_id = ?1 ORDER BY created_at", {user.number()}); row->next();) names.emplace_back(row->text(0));
    for (const std::string& name : names) note_event(session, {user, AccountEvent::Kind::PasskeyRemoved, by, name});
    return session.execute("DELETE FROM passkey WHERE user_id = ?1", {user.number()});
}

}  // namespace rapport::identity
