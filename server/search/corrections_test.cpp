#include "search/corrections.h"

#include <gmock/gmock.h>

#include "search/filling.h"
#include "storage/testing/engines.h"

namespace rapport::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class Corrections : public storage::testing::EngineTest {
protected:
    void SetUp() override {
        database().write([](storage::Session& session) {
            create_tables(session);
            keep_names(session, {"schmidt", "schmidtke", "muller", "wolkowitsch", "иванов", "hannes"});
            keep_names(session, {"schmidt"});
        });
    }
    std::vector<std::string> of(std::string_view typed) {
        return database().read([&](storage::Session& session) { return corrections(session, typed); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Corrections, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Corrections, know_one_letter_that_is_wrong_missing_too_many_or_swapped) {
    for (const char* typed : {"schmidr", "schidt", "schmmidt", "shcmidt", "chmidt", "zchmidt"}) EXPECT_THAT(of(typed), Contains("schmidt")) << typed;
    EXPECT_THAT(of("муванов"), IsEmpty());
    EXPECT_THAT(of("иваноф"), ElementsAre("иванов"));
}

TEST_P(Corrections, know_what_was_not_typed_to_its_end) {
    EXPECT_THAT(of("shmid"), Contains("schmidt"));
    EXPECT_THAT(of("mulelr"), ElementsAre("muller"));
    EXPECT_THAT(of("mlle"), ElementsAre("muller"));
}

TEST_P(Corrections, put_the_nearest_first) { EXPECT_EQ(of("schmidr").front(), "schmidt"); }

TEST_P(Corrections, allow_two_mistakes_in_long_words_only) {
    EXPECT_THAT(of("wolkovitshc"), ElementsAre("wolkowitsch"));
    EXPECT_THAT(of("mulxxr"), Not(Contains("muller")));
}

TEST_P(Corrections, know_how_names_begin) {
    auto names = [&](std::string_view beginning, int most = 9) { return database().read([&](storage::Session& session) { return names_beginning(session, beginning, most); }); };
    EXPECT_THAT(names("schm"), UnorderedElementsAre("schmidt", "schmidtke"));
    EXPECT_THAT(names("schm", 1), SizeIs(1));
    EXPECT_THAT(names("schmidtk"), ElementsAre("schmidtke"));
    EXPECT_THAT(names("wolkowitsch"), ElementsAre("wolkowitsch"));
    EXPECT_THAT(names("ива"), ElementsAre("иванов"));
    for (const char* unknown : {"chmi", "schmidtx", "wolkowitschx", "иванн"}) EXPECT_THAT(names(unknown), IsEmpty()) << unknown;
}

TEST_P(Corrections, leave_short_words_alone) { EXPECT_THAT(of("han"), IsEmpty()); }

}  // namespace
}  // namespace rapport::search
