#include "identity/identity.h"
#include "identity/secret_token.h"

namespace rapport::identity {
namespace {

constexpr std::size_t longest_device_text = 300;

std::int64_t microseconds(std::chrono::hours duration) { return std::chrono::microseconds(duration).count(); }

/// The latest use that still counts: a session that was not used since has ended.
std::int64_t oldest_use(DateTime now) { return now.microseconds() - microseconds(Identity::session_idle_lifetime); }

}  // namespace

void add_proofs_to_sessions(storage::Session& session) {
    session.execute_script("ALTER TABLE user_session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0; UPDATE user_session SET proved_at = created_at");
}

OpenedSession Identity::open_session(RecordId user, const Device& device, Proof proof, std::function<void(storage::Session&)> also) {
    OpenedSession opened{new_secret(), ""};
    opened.csrf_token = derived_secret(opened.token, "csrf");
    std::int64_t now = DateTime::now().microseconds();
    std::string print = fingerprint(opened.token);
    unsaved_sessions_.open(database_, print, {{user, DateTime(now)}, [=](storage::Session& session) {
        session.execute(
            "INSERT INTO user_session (fingerprint, user_id, created_at, used_at, proved_at, expires_at, address, device) "
            "VALUES (?1, ?2, ?3, ?3, ?3, ?4, ?5, ?6)",
            {print, user.number(), now, now + microseconds(session_lifetime),
             device.address.substr(0, longest_device_text), device.name.substr(0, longest_device_text)});
        note_event(session, {user, proof == Proof::Passkey ? AccountEvent::Kind::PasskeyLogIn : AccountEvent::Kind::LogIn, user, {}, device, DateTime(now)});
        if (also) also(session);
    }});
    return opened;
}

std::optional<ActiveSession> Identity::find_session(std::string_view token) {
    std::string print = fingerprint(token);
    auto holder = known_sessions_.find(print, [&] {
        if (auto unsaved = unsaved_sessions_.find(database_, print)) return unsaved->user ? unsaved : std::nullopt;
        return database_.read([&](storage::Session& session) -> std::optional<Holder> {
            DateTime now = DateTime::now();
            auto row = session.query("SELECT user_id, used_at, proved_at FROM user_session WHERE fingerprint = ?1 AND expires_at > ?2 AND used_at > ?3",
                                     {print, now.microseconds(), oldest_use(now)});
            if (!row->next()) return std::nullopt;
            last_use_.note(LastUse::Table::Sessions, print, DateTime(row->integer(1)), now);
            return Holder{RecordId(row->integer(0)), DateTime(row->integer(2))};
        });
    });
    if (!holder) return std::nullopt;
    return ActiveSession{holder->user, holder->proved_at, derived_secret(token, "csrf")};
}

bool Identity::note_proof(std::string_view token, DateTime at) {
    std::string print = fingerprint(token);
    bool noted = database_.write([&](storage::Session& session) {
        return session.execute("UPDATE user_session SET proved_at = ?2 WHERE fingerprint = ?1", {print, at.microseconds()}) > 0;
    });
    known_sessions_.forget(print);
    return noted;
}

void Identity::close_session(std::string_view token) {
    std::string print = fingerprint(token);
    unsaved_sessions_.close(database_, print, [print](storage::Session& session) { session.execute("DELETE FROM user_session WHERE fingerprint = ?1", {print}); });
    known_sessions_.forget(print);
}

std::int64_t Identity::forget_ended_sessions() {
    DateTime now = DateTime::now();
    return database_.write([&](storage::Session& session) {
        return session.execute("DELETE FROM user_session WHERE expires_at <= ?1 OR used_at <= ?2", {now.microseconds(), oldest_use(now)});
    });
}

std::vector<SessionEntry> Identity::sessions(RecordId user) {
    return database_.read([&](storage::Session& session) {
        std::vector<SessionEntry> entries;
        DateTime now = DateTime::now();
        auto row = session.query(
            "SELECT fingerprint, address, device, created_at, used_at FROM user_session "
            "WHERE user_id = ?1 AND expires_at > ?2 AND used_at > ?3 ORDER BY used_at DESC, created_at DESC",
            {user.number(), now.microseconds(), oldest_use(now)});
        while (row->next()) {
            entries.push_back({std::string(row->text(0)), {std::string(row->text(1)), std::string(row->text(2))}, DateTime(row->integer(3)),
                               DateTime(row->integer(4))});
        }
        return entries;
    });
}

bool Identity::close_session(RecordId user, const std::string& id) {
    bool closed = database_.write([&](storage::Session& session) {
        return session.execute("DELETE FROM user_session WHERE fingerprint = ?1 AND user_id = ?2", {id, user.number()}) > 0;
    });
    known_sessions_.forget(id);
    return closed;
}

}  // namespace rapport::identity
