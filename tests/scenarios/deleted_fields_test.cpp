#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "doors.h"
#include "records/check.h"
#include "records/empty_trash.h"
#include "search/filling.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What happens to records while a field of theirs is deleted, and while it comes back.
class DeletedFields : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        administer(Post, "/metadata/objects", Json::Members{{"name", "boat"}, {"label", "Boat"}, {"plural_label", "Boats"}});
        administer(Post, "/metadata/objects/boat/fields", Json::Members{{"name", "size"}, {"type", "text"}, {"searchable", true}});
    }

    /// Asks until the table is not another's for a moment: 503.
    int ask(http::Method method, const std::string& path) {
        int status = 503;
        while (status == 503) status = send(administrator, method, path).status;
        return status;
    }
    /// Deletes the field, and answers by what it is brought back.
    std::string remove(const std::string& field) {
        EXPECT_EQ(ask(Delete, "/metadata/objects/boat/fields/" + field + "?confirm=true"), 200);
        return administer(Get, "/metadata/objects/boat/deleted_fields")["deleted_fields"].array().back()["id"].string();
    }
    static std::string way_back(const std::string& id) { return "/metadata/objects/boat/deleted_fields/" + id + "/bring_back"; }

    void expect_sound() {
        search::fill(workspace().database(), workspace().registry());
        workspace().registry().wait_for_indexes();
        for (const auto& finding : records::check(workspace().records(), [](const std::string&) {}))
            if (finding.object == "boat") ADD_FAILURE() << finding.kind << ": " << finding.message;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, DeletedFields, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(DeletedFields, name_nobody_who_is_gone_for_good) {
    administer(Post, "/metadata/objects/boat/fields", Json::Members{{"name", "captain"}, {"type", "lookup"}, {"to", "contact"}});
    const std::string gone = make("contact", {{"last_name", "Gone"}}), in_trash = make("contact", {{"last_name", "Trash"}});
    const std::string first = make("boat", {{"name", "First"}, {"captain_id", gone}}), second = make("boat", {{"name", "Second"}, {"captain_id", in_trash}});
    const std::string id = remove("captain_id");
    administer(Delete, "/records/contact/" + gone);
    records::empty_trash(workspace().records(), workspace().actor(administrator), DateTime::now());
    administer(Delete, "/records/contact/" + in_trash);
    EXPECT_EQ(administer(Post, way_back(id))["emptied"].integer(), 1);
    EXPECT_TRUE(administer(Get, "/records/boat/" + first)["captain_id"].is_null());
    administer(Post, "/records/contact/" + in_trash + "/actions/restore", Json::Members{});
    EXPECT_EQ(administer(Get, "/records/boat/" + second)["captain_id"], Json(in_trash));
    expect_sound();
}

TEST_P(DeletedFields, come_back_once) {
    const std::string boat = make("boat", {{"name", "Sea Cloud"}, {"size", "huge"}});
    const std::string id = remove("size");
    std::map<int, int> answers;
    std::mutex mutex;
    std::vector<std::thread> people;
    for (int i = 0; i < 4; ++i)
        people.emplace_back([&] {
            const int status = ask(Post, way_back(id));
            std::lock_guard lock(mutex);
            ++answers[status];
        });
    for (std::thread& one : people) one.join();
    EXPECT_EQ(answers[200], 1);
    EXPECT_EQ(answers[404], 3);
    EXPECT_EQ(administer(Get, "/records/boat/" + boat)["size"], Json("huge"));
}

TEST_P(DeletedFields, come_and_go_beside_people_who_write) {
    std::vector<std::string> boats;
    for (int i = 0; i < 6; ++i) boats.push_back(make("boat", {{"name", "Boat " + std::to_string(i)}, {"size", "0"}}));
    std::atomic<bool> done = false;
    std::vector<std::string> last(boats.size(), "0");
    std::map<int, int> answers;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        for (std::size_t round = 1; !done; ++round) {
            const std::size_t which = round % boats.size();
            const Answer answer = send(administrator, Patch, "/records/boat/" + boats[which], R"({"size": ")" + std::to_string(round) + "\"}");
            ++answers[answer.status];
            if (answer.status != 200) continue;
            last[which] = std::to_string(round);
            ++written;
        }
    });
    for (int round = 0; round < 8; ++round) {
        for (const int before = written; written < before + 5;) std::this_thread::yield();
        const std::string id = remove("size");
        EXPECT_EQ(ask(Post, way_back(id)), 200);
    }
    done = true;
    writer.join();
    // There is no such field: 422.
    for (auto [status, times] : answers) EXPECT_TRUE(status == 200 || status == 422 || status == 503) << times << " answers of " << status;
    for (std::size_t i = 0; i < boats.size(); ++i) EXPECT_EQ(administer(Get, "/records/boat/" + boats[i])["size"], Json(last[i]));
    expect_sound();
}

}  // namespace
}  // namespace rapport::scenarios
