#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::identity {

void create_challenge_table(storage::Session& session);

/// What an authenticator signs, so that what it has signed once is good once, soon, and for one thing.
///
/// A challenge proves itself by a code under the workspace's key: only those that were answered are written down. Strangers
/// who ask for many fill nothing, and any node takes what another one gave.
class Challenges {
public:
    static constexpr std::int64_t seconds = 300;
    enum class Purpose { LogIn, Add };

    /// `user` is none where that is not known yet.
    static std::string give(Purpose purpose, RecordId user = {});
    /// Throws Failure(Invalid, "stale_challenge") for one that is too old, of another purpose or user, or none of ours.
    static void check(std::string_view challenge, Purpose purpose, RecordId user = {}, DateTime now = DateTime::now());
    /// Throws Failure(Invalid, "stale_challenge") for one that was spent before.
    static void spend(storage::Session& session, std::string_view challenge);
};

}  // namespace rapport::identity
