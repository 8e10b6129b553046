#include "base/base64.h"
#include "base/failure.h"
#include "imports/run_store.h"

namespace rapport::imports {
namespace {

constexpr std::size_t part_bytes = 192 << 10;
constexpr int parts_at_once = 16;  // in one transaction, so that others get their turn
constexpr std::int64_t longest_wait = 30 * DateTime::day;

std::string next_part(documents::ByteSource& file) {
    std::string part(part_bytes, '\0');
    std::size_t size = 0;
    while (std::size_t count = size < part_bytes ? file(part.data() + size, part_bytes - size) : 0) size += count;
    part.resize(size);
    return part;
}

}  // namespace

void create_file_table(storage::Session& session) {
    // Base64, because a file may be in any encoding, and a text column takes one alone.
    session.execute_script("CREATE TABLE import_file (run_id BIGINT NOT NULL, part BIGINT NOT NULL, bytes TEXT NOT NULL, PRIMARY KEY (run_id, part))");
}

void RunStore::keep_file(std::int64_t run, documents::ByteSource file) {
    for (std::int64_t part = 0;;) {
        std::vector<std::vector<Value>> rows;
        for (int i = 0; i < parts_at_once; ++i) {
            std::string bytes = next_part(file);
            if (bytes.empty()) break;
            rows.push_back({run, part++, to_base64(bytes)});
        }
        if (rows.empty()) return;
        database_.write([&](storage::Session& session) { session.insert_rows("import_file", "run_id, part, bytes", rows); });
    }
}

documents::ByteSource RunStore::open_file(std::int64_t run) {
    return [this, run, part = std::int64_t{0}, bytes = std::string(), place = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
        if (place == bytes.size()) {
            auto next = database_.read([&](storage::Session& session) { return session.value("SELECT bytes FROM import_file WHERE run_id = ?1 AND part = ?2", {run, part}); });
            if (!next && part == 0) throw Failure(FailureKind::NotFound, "file_forgotten", "The file of this import is not kept any more: import it anew.");
            if (!next) return std::size_t{0};
            bytes = from_base64(next->text()).value();
            place = 0;
            ++part;
        }
        std::size_t count = bytes.copy(buffer, capacity, place);
        place += count;
        return count;
    };
}

void RunStore::forget_file(std::int64_t run) {
    database_.write([&](storage::Session& session) { forget_file(session, run); });
}

void RunStore::forget_file(storage::Session& session, std::int64_t run) { session.execute("DELETE FROM import_file WHERE run_id = ?1", {run}); }

void RunStore::forget_old_files(DateTime before) {
    database_.write([&](storage::Session& session) {
        session.execute(
            "DELETE FROM import_file WHERE run_id NOT IN (SELECT id FROM import_run WHERE (state = 'running' AND alive_until > ?1) OR finished_at > ?1)", {before.microseconds()});
    });
}

void RunStore::wait_in_queue(storage::Session& session, std::int64_t run) {
    session.execute("UPDATE import_run SET alive_until = ?2 WHERE id = ?1", {run, DateTime::now().microseconds() + longest_wait});
}

bool RunStore::resume(std::int64_t run) {
    return database_.write([&](storage::Session& session) {
        return session.execute("UPDATE import_run SET state = 'running', finished_at = 0, failure = '', alive_until = ?2 WHERE id = ?1 AND state IN ('running', 'failed')",
                               {run, DateTime::now().microseconds() + lease}) > 0;
    });
}

}  // namespace rapport::imports
