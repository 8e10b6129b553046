#pragma once

#include <filesystem>

#include "storage/blobs/s3_client.h"
#include "storage/blobs/store.h"

namespace rapport::storage::blobs {

/// Contents as objects of a bucket, named by their addresses.
class S3Store final : public Store {
public:
    /// What is read is put into `folder` first, to be compared.
    S3Store(Bucket bucket, std::filesystem::path folder) : client_(std::move(bucket)), folder_(std::move(folder)) {}

    void keep(Incoming& incoming) override;
    Content open(const Address& address) const override;
    void remove(const Address& address) override;
    void for_each(const std::function<void(const Address&)>& visit) const override;
    std::string name() const override { return "the bucket " + client_.bucket().name + " at " + client_.bucket().endpoint; }

private:
    S3Client client_;
    std::filesystem::path folder_;
};

}  // namespace rapport::storage::blobs
