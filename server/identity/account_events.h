#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::identity {

void create_account_event_table(storage::Session& session);

/// Where somebody is: an address and what the browser says of itself, so that they recognize it.
struct Device {
    std::string address;
    std::string name;
};

/// Something that happened with how somebody logs in.
struct AccountEvent {
    enum class Kind { LogIn, PasskeyLogIn, PasswordSet, PasskeyAdded, PasskeyRemoved, PasskeyCopied };

    RecordId user;
    Kind kind = Kind::LogIn;
    RecordId by;           // none: the system
    std::string passkey{};  // its name
    Device device{};
    DateTime at{};
};
std::string_view name_of(AccountEvent::Kind kind);

/// Writes down what happened: now, when it does not say.
void note_event(storage::Session& session, const AccountEvent& event);
/// The newest first.
std::vector<AccountEvent> account_events(storage::Session& session, RecordId user, std::int64_t limit);
std::int64_t forget_account_events(storage::Database& database, DateTime before);

}  // namespace rapport::identity
