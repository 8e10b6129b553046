#include "identity/identity.h"

#include "identity/secret_token.h"

namespace rapport::identity {
namespace {

constexpr std::string_view token_prefix = "rpt_";
constexpr std::chrono::seconds known_for{1};
constexpr std::size_t most_known = 20'000;

std::int64_t now() { return DateTime::now().microseconds(); }

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE user_credential (user_id BIGINT PRIMARY KEY, password_hash TEXT NOT NULL, changed_at BIGINT NOT NULL);"
        "CREATE TABLE user_session (fingerprint TEXT PRIMARY KEY, user_id BIGINT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL);"
        "CREATE INDEX user_session_of ON user_session (user_id);"
        "CREATE TABLE api_token (fingerprint TEXT PRIMARY KEY, user_id BIGINT NOT NULL, name TEXT NOT NULL, created_at BIGINT NOT NULL);"
        "CREATE INDEX api_token_of ON api_token (user_id)");
}

void Identity::set_password(RecordId user, std::string_view password) {
    check_password(password);
    std::string hash = hash_password(password);
    database_.write([&](storage::Session& session) {
        session.execute("DELETE FROM user_credential WHERE user_id = ?1", {user.number()});
        session.execute("INSERT INTO user_credential (user_id, password_hash, changed_at) VALUES (?1, ?2, ?3)", {user.number(), hash, now()});
        session.execute("DELETE FROM user_session WHERE user_id = ?1", {user.number()});
    });
    std::lock_guard lock(mutex_);
    known_.clear();
}

bool Identity::verify_password(std::optional<RecordId> user, std::string_view password, const std::string& account, const std::string& address) {
    std::string key = account + "\n" + address;
    throttle_.check(key);
    std::string hash;
    if (user) {
        auto stored = database_.read([&](storage::Session& session) { return session.value("SELECT password_hash FROM user_credential WHERE user_id = ?1", {user->number()}); });
        if (stored) hash = stored->text();
    }
    if (password.size() <= longest_password && identity::verify_password(password, hash)) {
        throttle_.forget(key);
        return true;
    }
    throttle_.note_failure(key);
    return false;
}

OpenedSession Identity::open_session(RecordId user) {
    OpenedSession opened{new_secret(), ""};
    opened.csrf_token = derived_secret(opened.token, "csrf");
    auto lifetime = std::chrono::duration_cast<std::chrono::microseconds>(session_lifetime).count();
    database_.write([&](storage::Session& session) {
        session.execute("DELETE FROM user_session WHERE expires_at < ?1", {now()});
        session.execute("INSERT INTO user_session (fingerprint, user_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)", {fingerprint(opened.token), user.number(), now(), now() + lifetime});
    });
    return opened;
}

std::optional<ActiveSession> Identity::find_session(std::string_view token) {
    auto user = find_known("session", token, [&](const std::string& print) -> std::optional<RecordId> {
        auto found = database_.read([&](storage::Session& session) { return session.value("SELECT user_id FROM user_session WHERE fingerprint = ?1 AND expires_at > ?2", {print, now()}); });
        return found ? std::optional(RecordId(found->integer())) : std::nullopt;
    });
    if (!user) return std::nullopt;
    return ActiveSession{*user, derived_secret(token, "csrf")};
}

void Identity::close_session(std::string_view token) {
    database_.write([&](storage::Session& session) { session.execute("DELETE FROM user_session WHERE fingerprint = ?1", {fingerprint(token)}); });
    forget("session", token);
}

std::string Identity::create_token(RecordId user, const std::string& name) {
    std::string token = std::string(token_prefix) + new_secret();
    database_.write([&](storage::Session& session) {
        session.execute("INSERT INTO api_token (fingerprint, user_id, name, created_at) VALUES (?1, ?2, ?3, ?4)", {fingerprint(token), user.number(), name, now()});
    });
    return token;
}

std::optional<RecordId> Identity::find_token(std::string_view token) {
    if (!token.starts_with(token_prefix)) return std::nullopt;
    return find_known("token", token, [&](const std::string& print) -> std::optional<RecordId> {
        auto found = database_.read([&](storage::Session& session) { return session.value("SELECT user_id FROM api_token WHERE fingerprint = ?1", {print}); });
        return found ? std::optional(RecordId(found->integer())) : std::nullopt;
    });
}

std::optional<RecordId> Identity::find_known(const std::string& kind, std::string_view secret, const std::function<std::optional<RecordId>(const std::string&)>& look_up) {
    std::string print = fingerprint(secret);
    std::string key = kind + print;
    auto moment = std::chrono::steady_clock::now();
    {
        std::lock_guard lock(mutex_);
        auto found = known_.find(key);
        if (found != known_.end() && found->second.until > moment) return found->second.user;
    }
    std::optional<RecordId> user = look_up(print);
    // Only what exists is kept: guesses must not fill the memory.
    if (!user) return std::nullopt;
    std::lock_guard lock(mutex_);
    if (known_.size() >= most_known) known_.clear();
    known_[key] = {user, moment + known_for};
    return user;
}

void Identity::forget(const std::string& kind, std::string_view secret) {
    std::lock_guard lock(mutex_);
    known_.erase(kind + fingerprint(secret));
}

}  // namespace rapport::identity
