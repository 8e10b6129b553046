#include "storage/blobs/incoming.h"

#include <random>

#include "base/log.h"
#include "base/text.h"

namespace rapport::storage::blobs {
namespace {

/// Whoever sends a file is told what happened; where the disk is stands in the log.
template <class Work>
auto on_disk(Work&& work) {
    try {
        return work();
    } catch (const Failure& failure) {
        log::error("{}", failure.what());
        const bool full = failure.code() == "disk_full";
        throw Failure(failure.kind(), failure.code(),
                      full ? "The disk that holds the files is full, so nothing was saved. Make room on it and try again." : "The server cannot write files, so nothing was saved. Its log says why.");
    }
}

std::filesystem::path new_name(const std::filesystem::path& folder) {
    return on_disk([&] {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (!error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
        if (error) throw unwritable_file("folder", folder, error.value());
        std::random_device random;
        std::string bytes;
        for (int i = 0; i < 16; ++i) bytes += static_cast<char>(random());
        return folder / text::hex(bytes);
    });
}

}  // namespace

Incoming::Incoming(const std::filesystem::path& folder) : path_(new_name(folder)), file_(on_disk([&] { return DurableFile(path_); })) {}

Incoming::~Incoming() {
    std::error_code ignored;  // a store has taken it
    std::filesystem::remove(path_, ignored);
}

void Incoming::write(std::string_view bytes) {
    on_disk([&] { file_.write(bytes); });
    hash_.add(bytes);
    size_ += static_cast<std::int64_t>(bytes.size());
}

const Address& Incoming::finish() {
    on_disk([&] { file_.finish(); });
    address_ = Address::parse(hash_.finish());
    return address();
}

const Address& Incoming::address() const {
    ensure(address_.has_value(), "a content has an address when all of it is there");
    return *address_;
}

}  // namespace rapport::storage::blobs
