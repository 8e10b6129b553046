#include "identity/identity.h"

namespace rapport::identity {

void create_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE user_credential (user_id BIGINT PRIMARY KEY, password_hash TEXT NOT NULL, changed_at BIGINT NOT NULL);"
        "CREATE TABLE user_session (fingerprint TEXT PRIMARY KEY, user_id BIGINT NOT NULL, created_at BIGINT NOT NULL, "
        "used_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, address TEXT NOT NULL, device TEXT NOT NULL);"
        "CREATE INDEX user_session_of ON user_session (user_id);"
        "CREATE TABLE api_token (fingerprint TEXT PRIMARY KEY, user_id BIGINT NOT NULL, name TEXT NOT NULL, "
        "created_at BIGINT NOT NULL, used_at BIGINT, expires_at BIGINT);"
        "CREATE INDEX api_token_of ON api_token (user_id)");
}

void keep_password(storage::Session& session, RecordId user, const std::string& hash) {
    session.execute("DELETE FROM user_credential WHERE user_id = ?1", {user.number()});
    session.execute("INSERT INTO user_credential (user_id, password_hash, changed_at) VALUES (?1, ?2, ?3)", {user.number(), hash, DateTime::now().microseconds()});
}

void Identity::set_password(RecordId user, std::string_view password, RecordId by) {
    check_password(password);
    std::string hash = hash_password(password);
    database_.write([&](storage::Session& session) {
        keep_password(session, user, hash);
        session.execute("DELETE FROM user_session WHERE user_id = ?1", {user.number()});
        note_event(session, {user, AccountEvent::Kind::PasswordSet, by});
    });
    forget_sessions(user);
}

std::int64_t Identity::remove_passkeys(RecordId user, RecordId by) {
    auto removed = database_.write([&](storage::Session& session) {
        session.execute("DELETE FROM user_session WHERE user_id = ?1", {user.number()});
        return Passkeys::remove_all(session, user, by);
    });
    forget_sessions(user);
    return removed;
}

/// Those that are remembered beside the database.
void Identity::forget_sessions(RecordId user) {
    unsaved_sessions_.forget(user);
    known_sessions_.forget(user);
}

std::vector<AccountEvent> Identity::account_events(RecordId user, std::int64_t limit) {
    return database_.read([&](storage::Session& session) { return identity::account_events(session, user, limit); });
}

bool Identity::verify_password(std::optional<RecordId> user, std::string_view password, const std::string& account,
                               const std::string& address) {
    throttle_.begin(account, address);
    std::string hash;
    if (user) {
        auto stored = database_.read([&](storage::Session& session) {
            return session.value("SELECT password_hash FROM user_credential WHERE user_id = ?1", {user->number()});
        });
        if (stored) hash = stored->text();
    }
    bool right = identity::verify_password(password.substr(0, longest_password + 1), hash);
    if (right) throttle_.succeed(account, address);
    return right;
}

}  // namespace rapport::identity
