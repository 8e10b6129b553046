#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace rapport::storage::blobs {

/// A bucket of a store that speaks Amazon's S3, such as MinIO, Ceph or SeaweedFS.
struct Bucket {
    std::string endpoint;  // "https://s3.example.com"
    std::string region = "us-east-1";
    std::string name;
    std::string prefix;  // before the name of each object, such as "rapport/"
    std::string key_id;
    std::string secret;

    friend bool operator==(const Bucket&, const Bucket&) = default;
};

/// Requests to one bucket, signed (AWS Signature Version 4), by path ("https://s3.example.com/bucket/object"). What fails for a
/// moment is tried again. Each throws Failure(Unavailable, "store_away" | "store_refuses"), saying what the store said.
class S3Client {
public:
    /// A list comes in pages of so many names.
    explicit S3Client(Bucket bucket, int page = 1000) : bucket_(std::move(bucket)), page_(page) {}

    /// The bytes of a file, whose SHA-256 the store compares.
    void put(const std::string& object, const std::filesystem::path& file, std::int64_t size, const std::string& sha256) const;
    /// Answers false when there is no such object. Gives nothing to the sink but the object's bytes.
    bool get(const std::string& object, const std::function<void(std::string_view)>& sink) const;
    void remove(const std::string& object) const;
    /// All names that begin with the prefix, without it.
    void list(const std::function<void(std::string_view object)>& visit) const;

    const Bucket& bucket() const { return bucket_; }

private:
    std::string url_of(const std::string& object) const;
    Bucket bucket_;
    int page_;
};

}  // namespace rapport::storage::blobs
