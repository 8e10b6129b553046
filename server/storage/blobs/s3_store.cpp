#include "storage/blobs/s3_store.h"

namespace rapport::storage::blobs {

void S3Store::keep(Incoming& incoming) { client_.put(incoming.address().text(), incoming.path(), incoming.size(), incoming.address().text()); }

Content S3Store::open(const Address& address) const {
    return Content::fetched(folder_, address, [&](const auto& sink) {
        if (!client_.get(address.text(), sink)) content_is_missing(address);
    });
}

void S3Store::remove(const Address& address) { client_.remove(address.text()); }

void S3Store::for_each(const std::function<void(const Address&)>& visit) const {
    client_.list([&](std::string_view object) {
        if (auto address = Address::parse(object)) visit(*address);
    });
}

}  // namespace rapport::storage::blobs
