#include "files/files.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "files/place.h"

namespace rapport::files {

using storage::blobs::Address;
using storage::blobs::Content;
using storage::blobs::Incoming;

namespace {

/// A content that somebody reads in parts.
struct Reading {
    std::string sha256;
    std::shared_ptr<const Content> content;
    std::chrono::steady_clock::time_point last;
};

constexpr std::chrono::minutes kept_open(1);
constexpr std::size_t most_kept_open = 16;

}  // namespace

/// The store that was opened last, and what the database said of it; what is read in parts.
struct Files::Current {
    std::mutex mutex;
    std::string place;
    std::shared_ptr<storage::blobs::Store> store;
    std::vector<Reading> readings;
};

Files::Files(storage::Database& database, std::filesystem::path folder) : database_(database), folder_(std::move(folder)), current_(std::make_unique<Current>()) {}
Files::~Files() = default;

std::shared_ptr<storage::blobs::Store> Files::store() const {
    std::string place = database_.read([](storage::Session& session) { return kept_place(session); });
    std::lock_guard lock(current_->mutex);
    if (!current_->store || current_->place != place) {
        current_->store = open_store(read_place(place), folder_);
        current_->place = std::move(place);
    }
    return current_->store;
}

std::unique_ptr<Incoming> Files::begin() const { return std::make_unique<Incoming>(folder_ / "incoming"); }

void Files::keep(Incoming& incoming) {
    // Noted first: who removes contents looks here, and leaves alone what nobody has named for a short time only (unused.cpp).
    database_.write([&](storage::Session& session) {
        session.execute("INSERT INTO blob (sha256, size, unused_since) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO UPDATE SET unused_since = excluded.unused_since",
                        {incoming.address().text(), incoming.size(), DateTime::now().microseconds()});
    });
    store()->keep(incoming);
}

Content Files::open(const std::string& sha256) const {
    auto address = Address::parse(sha256);
    if (!address) throw Failure(FailureKind::Internal, "invalid_address", "The record of a file has " + text::quoted(sha256) + " as the address of its content.");
    return store()->open(*address);
}

std::shared_ptr<const Content> Files::open_for_parts(const std::string& sha256) const {
    auto now = std::chrono::steady_clock::now();
    std::unique_lock lock(current_->mutex);
    auto& readings = current_->readings;
    std::erase_if(readings, [&](const Reading& reading) { return now - reading.last > kept_open; });
    if (auto found = std::ranges::find(readings, sha256, &Reading::sha256); found != readings.end()) {
        found->last = now;
        return found->content;
    }
    lock.unlock();
    auto content = std::make_shared<const Content>(open(sha256));
    lock.lock();
    if (readings.size() == most_kept_open) readings.erase(std::ranges::min_element(readings, {}, &Reading::last));
    readings.push_back({sha256, content, now});
    return content;
}

records::Operation record_of(Json fields) {
    records::Operation operation;
    operation.kind = records::Operation::Kind::Create;
    operation.object = "file";
    operation.fields = std::move(fields);
    operation.inside.found_out = {"content_type", "sha256", "size"};
    return operation;
}

std::string name_from(std::string_view file_name, std::size_t longest, std::string_view fallback) {
    if (!text::is_valid_utf8(file_name)) return std::string(fallback);
    std::string_view last = file_name.substr(file_name.find_last_of("/\\") + 1);
    std::string name;
    for (char c : last) name += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    name = text::trim(name);
    if (text::is_blank(name)) return std::string(fallback);
    if (text::length(name) <= longest) return name;
    auto dot = name.rfind('.');
    constexpr std::size_t longest_extension = 12;
    std::string extension = dot != std::string::npos && dot > 0 && name.size() - dot <= longest_extension ? name.substr(dot) : "";
    name.resize(name.size() - extension.size());
    auto cut_character = [](std::string& text) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
    };
    while (text::length(name) + text::length(extension) > longest) cut_character(name);
    return name + extension;
}

void create_tables(storage::Session& session) {
    session.execute_script("CREATE TABLE blob (sha256 TEXT NOT NULL PRIMARY KEY, size BIGINT NOT NULL, unused_since BIGINT);"
                           "CREATE TABLE blob_place (bucket TEXT NOT NULL)");
}

}  // namespace rapport::files
