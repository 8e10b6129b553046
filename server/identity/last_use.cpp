#include "identity/last_use.h"

#include <utility>

#include "base/log.h"

namespace rapport::identity {
namespace {

constexpr std::chrono::minutes interval{1};
constexpr std::size_t most_uses = 20'000;  // further ones are noted after the next write

std::string_view update_of(LastUse::Table table) {
    return table == LastUse::Table::Sessions ? "UPDATE user_session SET used_at = ?2 WHERE fingerprint = ?1"
                                             : "UPDATE api_token SET used_at = ?2 WHERE fingerprint = ?1";
}

}  // namespace

LastUse::LastUse(storage::Database& database) : database_(database), thread_([this](std::stop_token stop) { work(stop); }) {}

void LastUse::note(Table table, const std::string& fingerprint, DateTime recorded, DateTime now) {
    constexpr auto worth_writing = std::chrono::duration_cast<std::chrono::microseconds>(precision).count();
    if (now.microseconds() - recorded.microseconds() < worth_writing) return;
    std::lock_guard lock(mutex_);
    Uses& uses = uses_[table];
    if (uses.size() < most_uses) uses[fingerprint] = now;
}

void LastUse::write() {
    std::map<Table, Uses> uses;
    {
        std::lock_guard lock(mutex_);
        uses = std::exchange(uses_, {});
    }
    if (uses.empty()) return;
    database_.write([&](storage::Session& session) {
        for (const auto& [table, used] : uses) {
            for (const auto& [fingerprint, moment] : used) session.execute(update_of(table), {fingerprint, moment.microseconds()});
        }
    });
}

void LastUse::work(std::stop_token stop) {
    while (!stop.stop_requested()) {
        try {
            write();
        } catch (const std::exception& error) {
            log::warning("When sessions and tokens were last used cannot be written down: {}", error.what());
        }
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, interval, [] { return false; });
    }
}

}  // namespace rapport::identity
