#include "files/unused.h"

#include <chrono>
#include <vector>

#include "storage/blobs/store.h"

namespace rapport::files {
namespace {

constexpr std::chrono::hours longest_upload{24};

constexpr const char* is_named = "EXISTS (SELECT 1 FROM file WHERE file.sha256 = blob.sha256)";

void note_unused(storage::Session& session, DateTime now) {
    session.execute(std::string("UPDATE blob SET unused_since = NULL WHERE unused_since IS NOT NULL AND ") + is_named);
    session.execute(std::string("UPDATE blob SET unused_since = ?1 WHERE unused_since IS NULL AND NOT ") + is_named, {now.microseconds()});
}

std::vector<std::string> unused_since(storage::Session& session, DateTime before) {
    std::vector<std::string> out;
    auto rows = session.query("SELECT sha256 FROM blob WHERE unused_since < ?1", {before.microseconds()});
    while (rows->next()) out.emplace_back(rows->text(0));
    return out;
}

void remove_left_behind(const std::filesystem::path& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (std::filesystem::file_time_type::clock::now() - entry.last_write_time(error) > longest_upload) std::filesystem::remove(entry.path(), error);
}

}  // namespace

std::int64_t remove_unused(Files& files, DateTime now, DateTime before) {
    auto store = files.store();
    storage::Database& database = files.database();
    database.write([&](storage::Session& session) { note_unused(session, now); });
    auto candidates = database.read([&](storage::Session& session) { return unused_since(session, before); });
    std::int64_t removed = 0;
    for (const std::string& sha256 : candidates) {
        auto address = storage::blobs::Address::parse(sha256);
        // In the transaction that takes the row away: whoever brings the same content at this moment waits for its end (keep()).
        removed += database.write([&](storage::Session& session) {
            auto count = session.execute(std::string("DELETE FROM blob WHERE sha256 = ?1 AND unused_since < ?2 AND NOT ") + is_named, {sha256, before.microseconds()});
            if (count > 0 && address) store->remove(*address);
            return count;
        });
    }
    remove_left_behind(files.folder() / "incoming");
    return removed;
}

}  // namespace rapport::files
