#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/failure.h"
#include "base/json.h"
#include "identity/account_events.h"
#include "identity/passkeys/relying_party.h"
#include "identity/throttle.h"
#include "storage/database.h"

namespace rapport::identity {

/// Makes the tables of passkeys and of what happens to accounts; one of the migrations.
void create_passkey_tables(storage::Session& session);

/// A passkey as its owner sees it in a list.
struct PasskeyEntry {
    std::string id;
    std::string name;
    std::string party;  // the name in the network that it is for
    DateTime created_at;
    std::optional<DateTime> used_at;
};

/// Says that a passkey logs nobody in, and no more: whose it is or was is no stranger's business.
Failure unknown_passkey();

/// Keys with which people log in without a password (WebAuthn Level 2): made and kept by an authenticator, which checks who
/// somebody is. Only their public halves are here. Safe to use from any thread.
class Passkeys {
public:
    static constexpr std::int64_t most = 20;  // of a person

    explicit Passkeys(storage::Database& database) : database_(database) {}

    struct Owner {
        RecordId user;
        std::string email;
        std::string name;
    };
    /// What navigator.credentials.create() needs, as JSON for PublicKeyCredential.parseCreationOptionsFromJSON().
    /// Throws Failure(Conflict, "too_many_passkeys").
    Json creation_options(const RelyingParty& party, const Owner& owner);
    /// Keeps what the browser has made. It is named after its authenticator, or as `name` says where that is not known.
    /// Throws what Ceremony::read() does, and Failure(Conflict, "known_passkey") and ("too_many_passkeys").
    PasskeyEntry add(const RelyingParty& party, RecordId user, const Json& answer, const std::string& name, const Device& device);

    /// What navigator.credentials.get() needs. Nobody is named: the authenticator knows who has passkeys here.
    static Json request_options(const RelyingParty& party);
    /// Whose passkey has answered. Throws what Ceremony::read() does, Failure(Unauthenticated, "unknown_passkey") and
    /// ("copied_passkey"), and Failure(TooMany, "too_many_attempts") as after wrong passwords.
    RecordId prove(const RelyingParty& party, const Json& answer, const Device& device);

    /// The newest first.
    std::vector<PasskeyEntry> list(RecordId user);
    /// Answers false when the user has no such passkey. Throws Failure(Invalid, "invalid_passkey_name").
    bool rename(RecordId user, const std::string& id, const std::string& name);
    bool remove(RecordId user, const std::string& id, const Device& device);
    /// All of a user's, in the session's transaction; answers how many.
    static std::int64_t remove_all(storage::Session& session, RecordId user, RecordId by);

private:
    storage::Database& database_;
    PasswordThrottle throttle_;
};

}  // namespace rapport::identity
