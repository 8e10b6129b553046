#include "storage/blobs/store.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <set>
#include <thread>

#include "storage/blobs/folder_store.h"
#include "storage/blobs/s3_store.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::storage::blobs {
namespace {

namespace fs = std::filesystem;

/// Where the stores that are tested keep their contents; a test puts wrong bytes there.
class Kept {
public:
    virtual ~Kept() = default;
    virtual Store& store() = 0;
    virtual void damage(const Address& address, std::string_view bytes) = 0;
};

void write_file(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

class InFolder final : public Kept {
public:
    explicit InFolder(const fs::path& folder) : folder_(folder / "files"), store_(folder_) {}
    Store& store() override { return store_; }
    void damage(const Address& address, std::string_view bytes) override { write_file(folder_ / address.text().substr(0, 2) / address.text(), bytes); }

private:
    fs::path folder_;
    FolderStore store_;
};

Bucket test_bucket() {
    const char* url = std::getenv("RAPPORT_TEST_S3_URL");
    if (!url) throw std::runtime_error("This test needs an S3-compatible store, and RAPPORT_TEST_S3_URL does not name one. Run the tests through tools/with_s3.sh, for example: tools/with_s3.sh ctest --test-dir build/release -R blobs");
    static int count = 0;
    return {url, "eu-central-1", "rapport", "test-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + "/", "S3RVER", "S3RVER"};
}

class InBucket final : public Kept {
public:
    explicit InBucket(const fs::path& folder) : folder_(folder), client_(test_bucket()), store_(client_.bucket(), folder / "incoming") {}
    Store& store() override { return store_; }
    void damage(const Address& address, std::string_view bytes) override {
        write_file(folder_ / "wrong", bytes);
        Sha256 hash;
        hash.add(bytes);
        client_.put(address.text(), folder_ / "wrong", static_cast<std::int64_t>(bytes.size()), hash.finish());
    }

private:
    fs::path folder_;
    S3Client client_;
    S3Store store_;
};

enum class Kind { Folder, Bucket };

/// What every store promises.
class Stores : public ::testing::TestWithParam<Kind> {
protected:
    Stores() {
        if (GetParam() == Kind::Folder) kept_ = std::make_unique<InFolder>(folder_.path());
        else kept_ = std::make_unique<InBucket>(folder_.path());
    }
    fs::path incoming() const { return folder_.path() / "incoming"; }

    Address keep(std::string_view bytes) {
        Incoming coming(incoming());
        for (std::size_t i = 0; i < bytes.size(); i += 100'000) coming.write(bytes.substr(i, 100'000));
        coming.finish();
        kept_->store().keep(coming);
        return coming.address();
    }
    std::string read(const Address& address) {
        std::string out;
        kept_->store().open(address).read_all([&](std::string_view bytes) { out += bytes; });
        return out;
    }
    std::string failure(const Address& address) {
        try {
            kept_->store().open(address);
        } catch (const Failure& thrown) {
            return thrown.code();
        }
        return "";
    }
    std::set<std::string> addresses() {
        std::set<std::string> out;
        kept_->store().for_each([&](const Address& address) { EXPECT_TRUE(out.insert(address.text()).second); });
        return out;
    }
    void expect_nothing_left_behind() { EXPECT_TRUE(!fs::exists(incoming()) || fs::is_empty(incoming())); }

    storage::testing::TemporaryFolder folder_;
    std::unique_ptr<Kept> kept_;
};
INSTANTIATE_TEST_SUITE_P(Kinds, Stores, ::testing::Values(Kind::Folder, Kind::Bucket), [](const auto& info) { return info.param == Kind::Folder ? "folder" : "bucket"; });

TEST_P(Stores, keep_contents_under_their_hash) {
    Address address = keep("hello\n");
    EXPECT_EQ(address.text(), "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
    EXPECT_EQ(read(address), "hello\n");
    EXPECT_EQ(read(keep("")), "");
    const std::string large(3'000'001, 'x');
    EXPECT_EQ(read(keep(large)), large);
    expect_nothing_left_behind();
}

TEST_P(Stores, read_from_any_place) {
    Content content = kept_->store().open(keep("0123456789"));
    std::string buffer(4, ' ');
    EXPECT_EQ(content.size(), 10);
    EXPECT_EQ(content.read(8, buffer.data(), 4), 2U);
    EXPECT_EQ(buffer, "89  ");
    EXPECT_EQ(content.read(10, buffer.data(), 4), 0U);
}

TEST_P(Stores, keep_equal_contents_once) {
    EXPECT_TRUE(addresses().empty());
    Address first = keep("same");
    EXPECT_EQ(keep("same"), first);
    Address other = keep("other");
    EXPECT_EQ(addresses(), (std::set{first.text(), other.text()}));
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { keep("at once"); });
    threads.clear();
    EXPECT_EQ(addresses().size(), 3U);
    expect_nothing_left_behind();
}

TEST_P(Stores, say_what_is_missing) {
    Address address = keep("gone");
    kept_->store().remove(address);
    kept_->store().remove(address);
    EXPECT_EQ(failure(address), "content_missing");
    EXPECT_TRUE(addresses().empty());
    EXPECT_EQ(read(keep("gone")), "gone");
}

TEST_P(Stores, never_give_wrong_bytes) {
    Address address = keep("right");
    for (auto wrong : {"wrong", "righ", "right!", ""}) {
        kept_->damage(address, wrong);
        EXPECT_EQ(failure(address), "content_damaged") << wrong;
    }
    EXPECT_EQ(read(keep("right")), "right");
}

TEST_P(Stores, leave_nothing_of_what_does_not_come_whole) {
    {
        Incoming coming(incoming());
        coming.write(std::string(2 << 20, 'x'));
        EXPECT_FALSE(fs::is_empty(incoming()));
    }
    expect_nothing_left_behind();
    EXPECT_TRUE(addresses().empty());
}

TEST(S3Stores, list_more_than_a_page) {
    storage::testing::TemporaryFolder folder;
    S3Client client(test_bucket(), 2);
    S3Store store(client.bucket(), folder.path());
    std::vector<std::string> kept, listed;
    for (const char* bytes : {"a", "b", "c", "d", "e"}) {
        Incoming coming(folder.path());
        coming.write(bytes);
        kept.push_back(coming.finish().text());
        store.keep(coming);
    }
    client.list([&](std::string_view object) { listed.emplace_back(object); });
    std::sort(kept.begin(), kept.end());
    EXPECT_EQ(listed, kept);
}

std::string failure_of_keeping(Store& store, const fs::path& folder) {
    Incoming coming(folder);
    coming.write("x");
    coming.finish();
    try {
        store.keep(coming);
    } catch (const Failure& failure) {
        return failure.code();
    }
    return "";
}

TEST(FolderStores, refuse_what_cannot_be_written) {
    storage::testing::TemporaryFolder folder;
    write_file(folder.path() / "files", "a file is where the folder should be");
    FolderStore store(folder.path() / "files");
    EXPECT_EQ(failure_of_keeping(store, folder.path() / "incoming"), "unwritable_file");
    EXPECT_TRUE(fs::is_empty(folder.path() / "incoming"));
    EXPECT_THROW(Incoming(folder.path() / "files"), Failure);
    FolderStore full("/dev/full/files");
    EXPECT_EQ(failure_of_keeping(full, folder.path() / "incoming"), "unwritable_file");
}

TEST(S3Stores, say_who_refuses_and_who_is_away) {
    storage::testing::TemporaryFolder folder;
    auto keeping = [&](const auto& change) {
        Bucket bucket = test_bucket();
        change(bucket);
        S3Store store(bucket, folder.path());
        return failure_of_keeping(store, folder.path() / "incoming");
    };
    EXPECT_EQ(keeping([](Bucket&) {}), "");
    EXPECT_EQ(keeping([](Bucket& bucket) { bucket.secret = "wrong"; }), "store_refuses");
    EXPECT_EQ(keeping([](Bucket& bucket) { bucket.key_id = "unknown"; }), "store_refuses");
    EXPECT_EQ(keeping([](Bucket& bucket) { bucket.name = "unknown"; }), "store_refuses");
    EXPECT_EQ(keeping([](Bucket& bucket) { bucket.endpoint = "http://127.0.0.1:1"; }), "store_away");
    EXPECT_EQ(keeping([](Bucket& bucket) { bucket.endpoint = "file:///tmp"; }), "store_away");
}

TEST(Addresses, are_hashes_and_nothing_else) {
    EXPECT_TRUE(Address::parse(std::string(64, 'a')));
    for (const std::string& text : {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), "../" + std::string(61, 'a'), std::string(64, 'g')}) EXPECT_FALSE(Address::parse(text)) << text;
}

}  // namespace
}  // namespace rapport::storage::blobs
