#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "storage/database.h"

namespace rapport::search {

/// The records of one object that share keys with another (matching::keys_of()).
class SameKeys {
public:
    /// Keys that many have: who asks for many records one after the other remembers them.
    using Common = std::unordered_set<std::string>;

    /// Looks at records from `first` to `last`.
    SameKeys(storage::Session& session, std::int64_t first, std::int64_t last, Common& common) : session_(session), first_(first), last_(last), common_(common) {}

    /// Those that share a key which few have. A key that many have ("smith") counts together with another one, and these two
    /// with a third. Those that share most come first; at most 200.
    std::vector<std::int64_t> find(const std::vector<std::string>& keys);

private:
    /// Records with all of these keys, the newest first; one more than are looked at when there are more.
    std::vector<std::int64_t> with_all(const std::vector<std::string>& keys);

    storage::Session& session_;
    std::int64_t first_, last_;
    Common& common_;
};

}  // namespace rapport::search
