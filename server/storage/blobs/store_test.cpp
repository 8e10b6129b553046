#include "storage/blobs/store.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <thread>

#include "storage/blobs/folder_store.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::storage::blobs {
namespace {

namespace fs = std::filesystem;

/// What every store promises.
class Stores : public ::testing::Test {
protected:
    fs::path folder() const { return folder_.path() / "files"; }
    fs::path incoming() const { return folder_.path() / "incoming"; }

    Address keep(std::string_view bytes) {
        Incoming coming(incoming());
        for (std::size_t i = 0; i < bytes.size(); i += 100'000) coming.write(bytes.substr(i, 100'000));
        coming.finish();
        store_.keep(coming);
        return coming.address();
    }
    std::string read(const Address& address) {
        std::string out;
        store_.open(address).read_all([&](std::string_view bytes) { out += bytes; });
        return out;
    }
    std::string failure(const Address& address) {
        try {
            store_.open(address);
        } catch (const Failure& thrown) {
            return thrown.code();
        }
        return "";
    }
    std::set<std::string> addresses() {
        std::set<std::string> out;
        store_.for_each([&](const Address& address) { EXPECT_TRUE(out.insert(address.text()).second); });
        return out;
    }
    void expect_nothing_left_behind() { EXPECT_TRUE(!fs::exists(incoming()) || fs::is_empty(incoming())); }
    fs::path path_of(const Address& address) { return folder() / address.text().substr(0, 2) / address.text(); }
    static void write_file(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

    storage::testing::TemporaryFolder folder_;
    FolderStore store_{folder()};
};

TEST_F(Stores, keep_contents_under_their_hash) {
    Address address = keep("hello\n");
    EXPECT_EQ(address.text(), "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
    EXPECT_EQ(read(address), "hello\n");
    EXPECT_EQ(read(keep("")), "");
    const std::string large(3'000'001, 'x');
    EXPECT_EQ(read(keep(large)), large);
    expect_nothing_left_behind();
}

TEST_F(Stores, read_from_any_place) {
    Content content = store_.open(keep("0123456789"));
    std::string buffer(4, ' ');
    EXPECT_EQ(content.size(), 10);
    EXPECT_EQ(content.read(8, buffer.data(), 4), 2U);
    EXPECT_EQ(buffer, "89  ");
    EXPECT_EQ(content.read(10, buffer.data(), 4), 0U);
}

TEST_F(Stores, keep_equal_contents_once) {
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

TEST_F(Stores, say_what_is_missing) {
    Address address = keep("gone");
    store_.remove(address);
    store_.remove(address);
    EXPECT_EQ(failure(address), "content_missing");
    EXPECT_TRUE(addresses().empty());
    EXPECT_EQ(read(keep("gone")), "gone");
}

TEST_F(Stores, never_give_wrong_bytes) {
    Address address = keep("right");
    for (auto wrong : {"wrong", "righ", "right!", ""}) {
        write_file(path_of(address), wrong);
        EXPECT_EQ(failure(address), "content_damaged") << wrong;
    }
    EXPECT_EQ(read(keep("right")), "right");
}

TEST_F(Stores, leave_nothing_of_what_does_not_come_whole) {
    {
        Incoming coming(incoming());
        coming.write(std::string(2 << 20, 'x'));
        EXPECT_FALSE(fs::is_empty(incoming()));
    }
    expect_nothing_left_behind();
    EXPECT_TRUE(addresses().empty());
}

TEST_F(Stores, refuse_what_cannot_be_written) {
    write_file(folder(), "a file is where the folder should be");
    EXPECT_THROW(keep("x"), Failure);
    expect_nothing_left_behind();
    write_file(folder_.path() / "file", "");
    EXPECT_THROW(Incoming(folder_.path() / "file"), Failure);
}

TEST(Addresses, are_hashes_and_nothing_else) {
    EXPECT_TRUE(Address::parse(std::string(64, 'a')));
    for (const std::string& text : {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), "../" + std::string(61, 'a'), std::string(64, 'g')}) EXPECT_FALSE(Address::parse(text)) << text;
}

}  // namespace
}  // namespace rapport::storage::blobs
