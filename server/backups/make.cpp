#include "backups/backup.h"
#include "base/durable_file.h"
#include "base/failure.h"
#include "base/sha256.h"

namespace rapport::backups {
namespace {

constexpr std::chrono::hours patience{24};

Manifest::Contents write_table(storage::Session& session, const std::filesystem::path& folder, Table table) {
    DurableFile file(rows_file(folder, table));
    Sha256 hash;
    const std::int64_t rows = write_rows(session, table, [&](std::string_view line) {
        hash.add(line);
        file.write(line);
    });
    file.finish();
    return {std::move(table), rows, hash.finish()};
}

void write_all(storage::Database& database, const std::filesystem::path& folder, Manifest& manifest, const Progress& progress) {
    database.read(
        [&](storage::Session& session) {
            manifest.engine = session.dialect().name();
            manifest.schema = storage::schema_version(session);
            manifest.made_at = DateTime::now();
            for (Table& table : tables(session)) {
                progress(table.name);
                manifest.tables.push_back(write_table(session, folder, std::move(table)));
            }
        },
        {patience});
}

}  // namespace

Manifest make(storage::Database& database, const std::filesystem::path& folder, Manifest facts, const Progress& progress) {
    if (std::filesystem::exists(folder)) throw Failure(FailureKind::Conflict, "backup_exists", "There is something in " + folder.string() + " already. Choose another folder.");
    const std::filesystem::path unfinished = folder.string() + ".unfinished";
    std::error_code error;
    std::filesystem::remove_all(unfinished, error);
    std::filesystem::create_directories(unfinished / "tables", error);
    if (!error) std::filesystem::permissions(unfinished, std::filesystem::perms::owner_all, error);
    if (error) throw Failure(FailureKind::Unavailable, "unwritable_file", "The folder " + folder.string() + " cannot be made: " + error.message() + ".");
    Manifest manifest = std::move(facts);
    try {
        write_all(database, unfinished, manifest, progress);
        sync_folder(unfinished / "tables");
        write(manifest, unfinished);
        sync_folder(unfinished);
        std::filesystem::rename(unfinished, folder);
    } catch (...) {
        std::filesystem::remove_all(unfinished, error);
        throw;
    }
    sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
    return manifest;
}

}  // namespace rapport::backups
