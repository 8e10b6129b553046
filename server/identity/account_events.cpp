#include "identity/account_events.h"

#include <array>

#include "base/failure.h"

namespace rapport::identity {
namespace {

constexpr std::size_t longest_device_text = 300;
constexpr std::array<std::string_view, 6> names{"log_in", "passkey_log_in", "password_set", "passkey_added", "passkey_removed", "passkey_copied"};

AccountEvent::Kind kind_of(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<AccountEvent::Kind>(i);
    ensure(false, "only kinds of events are kept");
    return {};
}

}  // namespace

void create_account_event_table(storage::Session& session) {
    session.execute_script(session.dialect().create_table(
        "account_event", "user_id BIGINT NOT NULL, happened_at BIGINT NOT NULL, kind TEXT NOT NULL, by_id BIGINT NOT NULL, passkey TEXT NOT NULL, address TEXT NOT NULL, device TEXT NOT NULL", 1));
    session.execute_script("CREATE INDEX account_event_of ON account_event (user_id, id)");
}

std::string_view name_of(AccountEvent::Kind kind) { return names[static_cast<std::size_t>(kind)]; }

void note_event(storage::Session& session, const AccountEvent& event) {
    session.execute("INSERT INTO account_event (user_id, happened_at, kind, by_id, passkey, address, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    {event.user.number(), (event.at > DateTime() ? event.at : DateTime::now()).microseconds(), name_of(event.kind), event.by.number(), event.passkey, event.device.address.substr(0, longest_device_text),
                     event.device.name.substr(0, longest_device_text)});
}

std::vector<AccountEvent> account_events(storage::Session& session, RecordId user, std::int64_t limit) {
    std::vector<AccountEvent> events;
    auto row = session.query("SELECT kind, by_id, passkey, address, device, happened_at FROM account_event WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2", {user.number(), limit});
    while (row->next()) {
        events.push_back({user, kind_of(row->text(0)), RecordId(row->integer(1)), std::string(row->text(2)), {std::string(row->text(3)), std::string(row->text(4))}, DateTime(row->integer(5))});
    }
    return events;
}

std::int64_t forget_account_events(storage::Database& database, DateTime before) {
    return database.write([&](storage::Session& session) { return session.execute("DELETE FROM account_event WHERE happened_at < ?1", {before.microseconds()}); });
}

}  // namespace rapport::identity
