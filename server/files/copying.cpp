#include "files/copying.h"

#include <set>
#include <vector>

#include "base/log.h"
#include "files/place.h"
#include "storage/migrations.h"

namespace rapport::files {
namespace {

using storage::blobs::Address;

std::vector<Address> known_contents(storage::Session& session) {
    std::vector<Address> out;
    auto rows = session.query("SELECT sha256 FROM blob ORDER BY sha256");
    while (rows->next())
        if (auto address = Address::parse(rows->text(0))) out.push_back(*address);
    return out;
}

bool copy(const Address& address, const storage::blobs::Store& from, storage::blobs::Store& to, const std::filesystem::path& incoming) {
    try {
        auto content = from.open(address);
        storage::blobs::Incoming coming(incoming);
        content.read_all([&](std::string_view bytes) { coming.write(bytes); });
        coming.finish();
        to.keep(coming);
        return true;
    } catch (const Failure& failure) {
        if (failure.code() != "content_missing" && failure.code() != "content_damaged") throw;
        log::warning("The content {} is not copied: {}", address.text(), failure.what());
        return false;
    }
}

bool is_whole(const Address& address, const storage::blobs::Store& store) {
    try {
        store.open(address).read_all([](std::string_view) {});
        return true;
    } catch (const Failure& failure) {
        if (failure.code() != "content_missing" && failure.code() != "content_damaged") throw;
        return false;
    }
}

}  // namespace

std::int64_t copy_contents(storage::Database& database, const storage::blobs::Store& from, storage::blobs::Store& to, const std::filesystem::path& incoming, const std::function<void()>& progress) {
    std::set<Address> there;
    to.for_each([&](const Address& address) { there.insert(address); });
    std::int64_t copied = 0;
    for (const Address& address : database.read(known_contents)) {
        if (!there.contains(address) && copy(address, from, to, incoming)) ++copied;
        progress();
    }
    std::error_code ignored;
    std::filesystem::remove(incoming, ignored);  // empty, unless somebody else is using it
    return copied;
}

void share_contents(storage::Database& database, const storage::blobs::FolderStore& before, storage::blobs::FolderStore& to) {
    for (const Address& address : database.read(known_contents))
        if (is_whole(address, before)) to.share(before, address);
}

bool has_contents(storage::Database& database) {
    constexpr int first_schema = 15;
    return storage::schema_version(database) >= first_schema;
}

bool in_bucket(storage::Database& database) {
    return has_contents(database) && database.read([](storage::Session& session) { return !kept_place(session).empty(); });
}

}  // namespace rapport::files
