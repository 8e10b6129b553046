#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "records/operation.h"
#include "storage/database.h"

namespace rapport::storage::blobs {
class Content;
class Incoming;
class Store;
}  // namespace rapport::storage::blobs

namespace rapport::files {

/// The contents of the workspace's files: where they are kept, and how they come there. A record of the object `file` names its
/// content by its address.
class Files {
public:
    /// `folder` is the workspace's own for files: what comes in is put there first.
    Files(storage::Database& database, std::filesystem::path folder);
    ~Files();

    /// For a content that is about to come in.
    std::unique_ptr<storage::blobs::Incoming> begin() const;
    /// Keeps a finished content. From now on there is a week to write the record that names it. Not inside a transaction.
    void keep(storage::blobs::Incoming& incoming);
    /// Throws Failure(Unavailable, "content_missing" | "content_damaged").
    storage::blobs::Content open(const std::string& sha256) const;
    /// The same for whoever reads a part after the other: one that was opened within the last minute is not read whole again.
    std::shared_ptr<const storage::blobs::Content> open_for_parts(const std::string& sha256) const;

    /// Where contents are kept at present (place.h).
    std::shared_ptr<storage::blobs::Store> store() const;
    storage::Database& database() const { return database_; }
    const std::filesystem::path& folder() const { return folder_; }

private:
    struct Current;
    storage::Database& database_;
    std::filesystem::path folder_;
    std::unique_ptr<Current> current_;
};

/// What makes the record of a file whose content is kept, for the one pipeline. The fields are those of the object `file`,
/// its content_type, size and sha256 among them.
records::Operation record_of(Json fields);

/// The last part of a path, as far as it can be the name of a record: without control characters, with at most `longest`
/// characters, of which the extension is kept. `fallback` when nothing is left.
std::string name_from(std::string_view file_name, std::size_t longest, std::string_view fallback);

/// Makes the tables; one of the migrations.
void create_tables(storage::Session& session);

}  // namespace rapport::files
