#include "modules/sales/lead/convert.h"

#include "base/failure.h"
#include "metadata/schema.h"
#include "modules/testing/workspace.h"

namespace rapport::sales {
namespace {

class ConvertTest : public modules::testing::WorkspaceTest {
protected:
    /// Twice as many records as there are, without going the road of records.
    void double_records(const std::string& name) {
        std::string columns;
        auto catalogue = service().registry().current();
        for (const metadata::Field& field : catalogue->object(name).fields)
            if (field.has_column() && field.name != "id") columns += (columns.empty() ? "" : ", ") + metadata::quoted(field.name);
        database().write([&](storage::Session& session) { session.execute("INSERT INTO " + metadata::quoted(name) + " (" + columns + ") SELECT " + columns + " FROM " + metadata::quoted(name)); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, ConvertTest, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(ConvertTest, refuses_what_one_transaction_should_not_hold) {
    const RecordId lead = create("lead", {{"last_name", "Doe"}, {"company", "Acme"}});
    create("task", {{"subject", "Call"}, {"related_to_id", lead.text()}});
    for (int i = 0; i < 14; ++i) double_records("task");
    const security::Actor actor = security::Actor::system("test");
    const Json input = Json::Members{};
    try {
        Convert().run({actor, records::Source::Api, lead, input}, service());
        FAIL() << "16,384 tasks were moved in one transaction";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), "too_many_related");
    }
    EXPECT_EQ(text("lead", lead, "is_converted"), "false");
}

}  // namespace
}  // namespace rapport::sales
