#include "files/check.h"

#include <set>

#include "storage/blobs/store.h"

namespace rapport::files {
namespace {

using storage::blobs::Address;

struct Named {
    std::string sha256;
    std::int64_t records;
    RecordId first;
};

std::vector<Named> named_contents(storage::Session& session) {
    std::vector<Named> out;
    auto rows = session.query("SELECT sha256, COUNT(*), MIN(id) FROM file WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY MIN(id)");
    while (rows->next()) out.push_back({std::string(rows->text(0)), rows->integer(1), RecordId(rows->integer(2))});
    return out;
}

std::set<std::string> noted_contents(storage::Session& session) {
    std::set<std::string> out;
    auto rows = session.query("SELECT sha256 FROM blob");
    while (rows->next()) out.emplace(rows->text(0));
    return out;
}

}  // namespace

std::vector<records::Finding> check(const Files& files) {
    std::vector<records::Finding> findings;
    auto store = files.store();
    for (const Named& named : files.database().read(named_contents)) {
        try {
            files.open(named.sha256);
        } catch (const Failure& failure) {
            if (failure.code() != "content_missing" && failure.code() != "content_damaged") throw;
            bool missing = failure.code() == "content_missing";
            findings.push_back({"file", "sha256", missing ? "missing_content" : "damaged_content", named.records,
                                "The content of " + std::to_string(named.records) + " Files, of which " + named.first.text() + " is the first, is " + (missing ? "missing from " : "damaged in ") + store->name() +
                                    ". Bring it back from a backup: " + named.sha256});
        }
    }
    const auto noted = files.database().read(noted_contents);
    std::int64_t orphans = 0;
    std::string one;
    store->for_each([&](const Address& address) {
        if (noted.contains(address.text())) return;
        ++orphans;
        one = address.text();
    });
    if (orphans > 0)
        findings.push_back({"file", "", "orphaned_content", orphans, std::to_string(orphans) + " contents in " + store->name() + " belong to nothing here, such as " + one + ". They do no harm; if no other workspace keeps its files there, they may be removed."});
    return findings;
}

}  // namespace rapport::files
