#include "files/place.h"

#include "base/json.h"
#include "base/secret_box.h"
#include "storage/blobs/folder_store.h"
#include "storage/blobs/s3_store.h"

namespace rapport::files {

using storage::blobs::Bucket;

std::string kept_place(storage::Session& session) {
    auto kept = session.value("SELECT bucket FROM blob_place");
    return kept ? std::string(kept->text_or("")) : "";
}

Place read_place(const std::string& kept) {
    if (kept.empty()) return std::nullopt;
    Json json = Json::parse(kept);
    return Bucket{json["endpoint"].string(), json["region"].string(), json["name"].string(), json["prefix"].string(), json["key_id"].string(), SecretBox::current().open(json["secret"].string())};
}

void write_place(storage::Session& session, const Place& place) {
    session.execute("DELETE FROM blob_place");
    if (!place) return;
    const Json json = Json::Members{{"endpoint", place->endpoint}, {"region", place->region}, {"name", place->name},
                                    {"prefix", place->prefix},     {"key_id", place->key_id}, {"secret", SecretBox::current().seal(place->secret)}};
    session.execute("INSERT INTO blob_place (bucket) VALUES (?1)", {json.text()});
}

std::unique_ptr<storage::blobs::Store> open_store(const Place& place, const std::filesystem::path& folder) {
    if (place) return std::make_unique<storage::blobs::S3Store>(*place, folder / "incoming");
    return std::make_unique<storage::blobs::FolderStore>(folder);
}

}  // namespace rapport::files
