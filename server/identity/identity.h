#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/record_id.h"
#include "identity/password.h"
#include "identity/throttle.h"
#include "storage/database.h"

namespace rapport::identity {

/// Makes the tables of passwords, sessions and tokens; one of the migrations.
void create_tables(storage::Session& session);

/// A browser's session as it is opened; the token goes into the cookie and is not kept.
struct OpenedSession {
    std::string token;
    std::string csrf_token;
};

struct ActiveSession {
    RecordId user;
    std::string csrf_token;
};

/// Proves who somebody is. Knows users by their id alone. Safe to use from any thread.
class Identity {
public:
    explicit Identity(storage::Database& database) : database_(database) {}

    /// Ends all sessions of the user. Throws Failure(Invalid, "weak_password").
    void set_password(RecordId user, std::string_view password);
    /// `account` is what was typed as name, `address` where from: together they are slowed down after wrong passwords.
    /// `user` is none when there is no such account; that takes as long as a wrong password.
    /// Throws Failure(TooMany, "too_many_attempts").
    bool verify_password(std::optional<RecordId> user, std::string_view password, const std::string& account, const std::string& address);

    static constexpr std::chrono::hours session_lifetime{24 * 14};

    OpenedSession open_session(RecordId user);
    /// None when it was closed or is too old.
    std::optional<ActiveSession> find_session(std::string_view token);
    void close_session(std::string_view token);

    /// A token for programs, shown once.
    std::string create_token(RecordId user, const std::string& name);
    std::optional<RecordId> find_token(std::string_view token);

private:
    /// What a secret was found to name, so that a request costs no question to the database. Others may close a session
    /// or revoke a token at any time, so an entry counts for one second.
    struct Known {
        std::optional<RecordId> user;
        std::chrono::steady_clock::time_point until;
    };
    std::optional<RecordId> find_known(const std::string& kind, std::string_view secret, const std::function<std::optional<RecordId>(const std::string& fingerprint)>& look_up);
    void forget(const std::string& kind, std::string_view secret);

    storage::Database& database_;
    Throttle throttle_;
    std::mutex mutex_;
    std::map<std::string, Known> known_;
};

}  // namespace rapport::identity
