#include "backups/kept.h"

#include <algorithm>
#include <fstream>

#include "base/failure.h"

namespace rapport::backups {
namespace {

namespace fs = std::filesystem;

constexpr const char* verified_name = "verified";

std::optional<DateTime> verified_at(const fs::path& backup) {
    std::ifstream in(backup / verified_name);
    std::string moment;
    if (!std::getline(in, moment)) return std::nullopt;
    auto read = DateTime::parse(moment);
    return read ? std::optional(*read) : std::nullopt;
}

}  // namespace

std::vector<Kept> kept(const fs::path& folder) {
    std::vector<Kept> out;
    auto add = [&](const fs::path& one) {
        if (one.extension() != ".unfinished" && fs::exists(one / manifest_name)) out.push_back({one, read_manifest(one), verified_at(one)});
    };
    add(folder);
    if (out.empty() && fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder)) add(entry.path());
    std::sort(out.begin(), out.end(), [](const Kept& a, const Kept& b) { return a.manifest.made_at > b.manifest.made_at; });
    return out;
}

Kept choose(const fs::path& folder, std::optional<DateTime> at) {
    auto all = kept(folder);
    if (all.empty()) throw Failure(FailureKind::NotFound, "no_backup", "There is no backup in " + folder.string() + ".");
    auto chosen = all.begin();
    if (at)
        while (std::next(chosen) != all.end() && std::next(chosen)->manifest.made_at >= *at) ++chosen;
    return std::move(*chosen);
}

void note_verified(const fs::path& backup) {
    std::ofstream out(backup / verified_name);
    out << DateTime::now().text() << "\n";
    if (!out.flush()) throw Failure(FailureKind::Unavailable, "unwritable_file", "The file " + (backup / verified_name).string() + " cannot be written.");
}

std::int64_t rows_of(const Manifest& manifest) {
    std::int64_t rows = 0;
    for (const auto& contents : manifest.tables) rows += contents.rows;
    return rows;
}

std::int64_t bytes_of(const fs::path& backup) {
    std::int64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(backup))
        if (entry.is_regular_file()) bytes += static_cast<std::int64_t>(entry.file_size());
    return bytes;
}

void keep_newest(const fs::path& folder, std::size_t count) {
    const auto all = kept(folder);
    for (std::size_t i = count; i < all.size(); ++i) fs::remove_all(all[i].folder);
}

}  // namespace rapport::backups
