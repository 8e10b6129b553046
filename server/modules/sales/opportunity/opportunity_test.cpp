#include "modules/testing/workspace.h"

namespace rapport::sales {
namespace {

class Opportunities : public modules::testing::WorkspaceTest {
protected:
    RecordId deal(Json::Members more = {}) {
        Json fields = Json::Members{{"name", "Deal"}, {"close_date", "2026-12-31"}, {"amount", 200}};
        for (auto& [name, value] : more) fields.set(name, value);
        return create("opportunity", fields.members());
    }
    std::string of(RecordId id, const std::string& field) { return text("opportunity", id, field); }
};
INSTANTIATE_TEST_SUITE_P(Engines, Opportunities, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Opportunities, begin_in_the_first_stage_of_the_default_pipeline) {
    RecordId id = deal();
    EXPECT_EQ(of(id, "pipeline_id"), find("pipeline", "Sales").text());
    EXPECT_EQ(of(id, "stage_id"), find("stage", "New").text());
    EXPECT_EQ(of(id, "is_closed"), "false");
}

TEST_P(Opportunities, take_the_pipeline_of_their_stage) {
    RecordId other = create("pipeline", {{"name", "Other"}});
    RecordId stage = create("stage", {{"pipeline_id", other.text()}, {"name", "Elsewhere"}});
    EXPECT_EQ(of(deal({{"stage_id", stage.text()}}), "pipeline_id"), other.text());
}

TEST_P(Opportunities, stand_in_a_stage_of_their_own_pipeline) {
    RecordId other = create("pipeline", {{"name", "Other"}});
    EXPECT_EQ(refusal([&] { deal({{"pipeline_id", other.text()}, {"stage_id", reference("stage", "New")}}); }), "stage_id: wrong_pipeline");
    EXPECT_EQ(refusal([&] { deal({{"pipeline_id", other.text()}}); }), "stage_id: no_stage");
}

TEST_P(Opportunities, that_change_pipeline_begin_again_there) {
    RecordId other = create("pipeline", {{"name", "Other"}});
    RecordId first = create("stage", {{"pipeline_id", other.text()}, {"name", "Elsewhere"}});
    RecordId id = deal();
    update("opportunity", id, {{"pipeline_id", other.text()}});
    EXPECT_EQ(of(id, "stage_id"), first.text());
}

TEST_P(Opportunities, are_as_likely_as_their_stage) {
    RecordId id = deal();
    EXPECT_EQ(of(id, "probability"), "20");
    update("opportunity", id, {{"stage_id", reference("stage", "Offer")}});
    EXPECT_EQ(of(id, "probability"), "60");
}

TEST_P(Opportunities, keep_a_likelihood_that_somebody_gave) {
    RecordId id = deal({{"probability", 45}});
    EXPECT_EQ(of(id, "probability"), "45");
    update("opportunity", id, {{"name", "Renamed"}});
    EXPECT_EQ(of(id, "probability"), "45");
}

TEST_P(Opportunities, expect_their_amount_weighted_by_likelihood) {
    RecordId id = deal({{"probability", Json::Number{"12.5"}}});
    EXPECT_EQ(of(id, "expected_revenue"), "25");
    update("opportunity", id, {{"amount", nullptr}});
    EXPECT_EQ(of(id, "expected_revenue"), "");
}

TEST_P(Opportunities, close_today_when_they_are_won) {
    RecordId id = deal();
    update("opportunity", id, {{"stage_id", reference("stage", "Won")}});
    EXPECT_EQ(of(id, "is_closed"), "true");
    EXPECT_EQ(of(id, "is_won"), "true");
    EXPECT_EQ(of(id, "probability"), "100");
    EXPECT_EQ(of(id, "close_date"), today());
}

TEST_P(Opportunities, close_on_the_day_that_somebody_gave) {
    RecordId id = deal();
    update("opportunity", id, {{"stage_id", reference("stage", "Lost")}, {"close_date", "2026-02-03"}});
    EXPECT_EQ(of(id, "is_closed"), "true");
    EXPECT_EQ(of(id, "is_won"), "false");
    EXPECT_EQ(of(id, "close_date"), "2026-02-03");
}

TEST_P(Opportunities, open_again_when_they_go_back) {
    RecordId id = deal({{"stage_id", reference("stage", "Won")}});
    update("opportunity", id, {{"stage_id", reference("stage", "Offer")}});
    EXPECT_EQ(of(id, "is_closed"), "false");
    EXPECT_EQ(of(id, "is_won"), "false");
}

TEST_P(Opportunities, follow_a_stage_that_becomes_won) {
    RecordId offer = find("stage", "Offer");
    RecordId id = deal({{"stage_id", offer.text()}});
    update("stage", offer, {{"type", "won"}});
    EXPECT_EQ(of(id, "is_won"), "true");
    EXPECT_EQ(of(id, "probability"), "100");
}

}  // namespace
}  // namespace rapport::sales
