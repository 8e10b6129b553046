#include "backups/kept.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/failure.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::backups {
namespace {

class KeptBackups : public ::testing::Test {
protected:
    /// A backup of that hour, with nothing in it.
    std::filesystem::path make(int hour) {
        auto place = folder_.path() / std::to_string(hour);
        std::filesystem::create_directories(place);
        Manifest manifest;
        manifest.made_at = DateTime(hour * 60 * 60 * DateTime::second);
        manifest.version = "1.0";
        manifest.engine = "sqlite";
        write(manifest, place);
        return place;
    }
    storage::testing::TemporaryFolder folder_;
};

TEST_F(KeptBackups, are_listed_newest_first_with_what_is_known_of_them) {
    note_verified(make(1));
    make(3);
    make(2);
    std::filesystem::create_directories(folder_.path() / "4.unfinished");
    auto all = kept(folder_.path());
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].folder.filename(), "3");
    EXPECT_FALSE(all[0].verified_at.has_value());
    EXPECT_EQ(all[2].folder.filename(), "1");
    EXPECT_TRUE(all[2].verified_at.has_value());
    EXPECT_GT(bytes_of(all[2].folder), 0);
}

TEST_F(KeptBackups, keep_the_newest) {
    for (int hour : {1, 2, 3}) make(hour);
    keep_newest(folder_.path(), 2);
    auto all = kept(folder_.path());
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].folder.filename(), "2");
}

TEST_F(KeptBackups, are_chosen_by_their_moment) {
    make(1);
    make(3);
    auto chosen = [&](double hour) { return choose(folder_.path(), DateTime(static_cast<std::int64_t>(hour * 60 * 60 * DateTime::second))).folder.filename(); };
    EXPECT_EQ(chosen(0.5), "1");
    EXPECT_EQ(chosen(2), "3");
    EXPECT_EQ(chosen(3), "3");
    EXPECT_EQ(chosen(4), "3");
    EXPECT_EQ(choose(folder_.path(), std::nullopt).folder.filename(), "3");
    EXPECT_THROW(choose(folder_.path() / "1/tables", std::nullopt), Failure);
}

}  // namespace
}  // namespace rapport::backups
