#include "live/event_text.h"

#include <gtest/gtest.h>

#include "base/secret_box.h"

namespace rapport::live {
namespace {

TEST(EventText, bears_the_place_with_its_last_event) {
    EventText text;
    text.add("ready", "{}");
    text.add("change", "{\"id\":1}");
    EXPECT_EQ(std::move(text).finish("P"), "event: ready\ndata: {}\n\nid: P\nevent: change\ndata: {\"id\":1}\n\n");
    EXPECT_EQ(EventText().finish("P"), "id: P\n\n");
}

TEST(SealedPlaces, are_opened_by_the_workspace_that_made_them) {
    SecretBox::set_current(std::string(SecretBox::key_size, 'k'));
    records::OutboxPlace place{"10:20:11,12", 7, DateTime(5)};
    std::string sealed = seal_place(place, "postgres");
    EXPECT_EQ(sealed.find_first_of("+/= "), std::string::npos);
    auto opened = open_place(sealed, "postgres");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->committed, place.committed);
    EXPECT_EQ(opened->newest, 7);
    EXPECT_EQ(opened->newest_at, DateTime(5));
    EXPECT_FALSE(open_place(sealed, "sqlite"));
    EXPECT_FALSE(open_place(sealed.substr(1), "postgres"));
    EXPECT_FALSE(open_place("", "postgres"));
}

}  // namespace
}  // namespace rapport::live
