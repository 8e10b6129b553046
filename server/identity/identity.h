#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/record_id.h"
#include "identity/account_events.h"
#include "identity/known_secrets.h"
#include "identity/last_use.h"
#include "identity/passkeys/passkeys.h"
#include "identity/password.h"
#include "identity/throttle.h"
#include "identity/unsaved_sessions.h"
#include "storage/database.h"

namespace rapport::identity {

/// Makes the tables of passwords, sessions and tokens; one of the migrations.
void create_tables(storage::Session& session);
/// Has sessions say when their person last proved who they are; one of the migrations.
void add_proofs_to_sessions(storage::Session& session);

/// A browser's session as it is opened; the token goes into the cookie and is not kept.
struct OpenedSession {
    std::string token;
    std::string csrf_token;
};

struct ActiveSession {
    RecordId user;
    DateTime proved_at;  // when they last said their password or showed a passkey
    std::string csrf_token;
};

/// A session as its owner sees it in a list.
struct SessionEntry {
    std::string id;
    Device device;
    DateTime created_at;
    DateTime used_at;  // within an hour
};

/// A token as its owner sees it in a list; the token itself is not kept.
struct TokenEntry {
    std::string id;
    std::string name;
    DateTime created_at;
    std::optional<DateTime> used_at;  // within an hour
    std::optional<DateTime> expires_at;
};

/// Keeps what hash_password() made of a password, of somebody who has no session yet.
void keep_password(storage::Session& session, RecordId user, const std::string& hash);

/// Proves who somebody is. Knows users by their id alone. Safe to use from any thread.
///
/// Of sessions and tokens only fingerprints are stored, which also serve as their ids. What was found counts for a second
/// without asking the database again: that long may a session live on that another process has closed; closed here, it
/// ends at once.
class Identity {
public:
    explicit Identity(storage::Database& database) : database_(database), passkeys_(database), last_use_(database) {}

    // Passwords.

    /// Ends all sessions of the user; `by` is whoever sets it, none for the system. Throws Failure(Invalid, "weak_password").
    void set_password(RecordId user, std::string_view password, RecordId by = {});
    /// `account` is what was typed as name, `address` where from: together they are slowed down after wrong passwords, and
    /// so is an address that tries many accounts. `user` is none when there is no such account; that takes as long as a
    /// wrong password. Throws Failure(TooMany, "too_many_attempts") and ("too_many_logins").
    bool verify_password(std::optional<RecordId> user, std::string_view password, const std::string& account, const std::string& address);

    // Passkeys.

    Passkeys& passkeys() { return passkeys_; }
    /// All of somebody's, whose device may be lost: their sessions end, too. Answers how many there were.
    std::int64_t remove_passkeys(RecordId user, RecordId by);

    /// What happened with how that person logs in, the newest first.
    std::vector<AccountEvent> account_events(RecordId user, std::int64_t limit);

    // Sessions.

    enum class Proof { Password, Passkey };
    static constexpr std::chrono::hours session_lifetime{24 * 30};
    static constexpr std::chrono::hours session_idle_lifetime{24 * 7};
    static constexpr std::chrono::minutes proof_lifetime{15};

    /// While the disk of the database is full, sessions are opened and closed in memory (UnsavedSessions).
    /// `also` is written along with the session, in one transaction.
    OpenedSession open_session(RecordId user, const Device& device = {}, Proof proof = Proof::Password, std::function<void(storage::Session&)> also = {});
    /// None when it was closed, is too old or was not used for too long.
    std::optional<ActiveSession> find_session(std::string_view token);
    /// Notes when the session's person proved who they are; the beginning of time takes that back.
    /// Answers false when the session is not kept in the database.
    bool note_proof(std::string_view token, DateTime at);
    void close_session(std::string_view token);
    /// The active ones, the latest used first.
    std::vector<SessionEntry> sessions(RecordId user);
    /// Answers false when the user has no such session.
    bool close_session(RecordId user, const std::string& id);

    // Tokens for programs.

    /// Shown once. Throws Failure(Invalid, "invalid_token_name") for a name that is empty or has over 200 bytes.
    std::string create_token(RecordId user, const std::string& name, std::optional<DateTime> expires_at = std::nullopt);
    /// None when it is unknown, was revoked or has expired.
    std::optional<RecordId> find_token(std::string_view token);
    /// The newest first; those that have expired, too.
    std::vector<TokenEntry> tokens(RecordId user);
    /// Answers false when the user has no such token.
    bool revoke_token(RecordId user, const std::string& id);

    /// Whose session or token that is, if it is good still. Does not count as a use of it.
    std::optional<RecordId> holder(std::string_view secret);

    /// Throws away sessions that have ended; answers how many.
    std::int64_t forget_ended_sessions();

    /// Writes down when sessions and tokens were last used. It happens by itself every minute.
    void keep_house() { last_use_.write(); }

private:
    void forget_sessions(RecordId user);

    storage::Database& database_;
    PasswordThrottle throttle_;
    Passkeys passkeys_;
    UnsavedSessions unsaved_sessions_;
    KnownSecrets known_sessions_;
    KnownSecrets known_tokens_;
    LastUse last_use_;
};

}  // namespace rapport::identity
