#pragma once

#include <functional>

#include "storage/blobs/address.h"
#include "storage/blobs/content.h"
#include "storage/blobs/incoming.h"

namespace rapport::storage::blobs {

/// Where contents are kept, each once, under its address. Safe to use from any thread, and from several processes at once.
class Store {
public:
    virtual ~Store() = default;

    /// Keeps a finished content; when this returns, it survives a crash. What is damaged under its address is whole again.
    /// Throws Failure(Unavailable).
    virtual void keep(Incoming& incoming) = 0;
    /// Throws Failure(Unavailable, "content_missing" | "content_damaged"), and when the store is away.
    virtual Content open(const Address& address) const = 0;
    /// What is not there is removed, too.
    virtual void remove(const Address& address) = 0;
    /// All there are, in no order.
    virtual void for_each(const std::function<void(const Address&)>& visit) const = 0;
    /// For people: the folder, or the bucket.
    virtual std::string name() const = 0;
};

/// Throws Failure(Unavailable, "content_missing").
[[noreturn]] void content_is_missing(const Address& address);

}  // namespace rapport::storage::blobs
