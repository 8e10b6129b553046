#pragma once

#include <cstdint>
#include <functional>

#include "storage/sqlite/connection.h"

namespace rapport::storage {

/// Keeps what the engine knows of its indexes: how many records share a value. Without that it walks through half of a
/// table along an index on a checkbox where another index leads to ten rows.
class Statistics {
public:
    /// `refreshed` is called after they were taken anew: connections that are open go on with what they read when opened.
    Statistics(Connection& writer, std::function<void()> refreshed);

    /// Takes them anew when much was written since the last time. Not inside a transaction.
    void follow();

private:
    /// So many rows may change until the next time.
    std::int64_t wait();

    Connection& writer_;
    std::function<void()> refreshed_;
    std::int64_t due_;  // at so many changed rows
};

}  // namespace rapport::storage
