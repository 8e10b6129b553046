#include "modules/testing/workspace.h"

namespace rapport::sales {
namespace {

class Lines : public modules::testing::WorkspaceTest {
protected:
    Lines() {
        product_ = create("product", {{"name", "Sensor"}, {"list_price", 80}});
        deal_ = create("opportunity", {{"name", "Deal"}, {"close_date", "2026-12-31"}, {"amount", 7}});
    }
    RecordId line(Json::Members more) {
        Json fields = Json::Members{{"opportunity_id", deal_.text()}};
        for (auto& [name, value] : more) fields.set(name, value);
        return create("opportunity_line", fields.members());
    }
    std::string of(RecordId id, const std::string& field) { return text("opportunity_line", id, field); }

    RecordId product_;
    RecordId deal_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Lines, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Lines, cost_quantity_times_price_less_the_discount) {
    EXPECT_EQ(of(line({{"quantity", 3}, {"unit_price", Json::Number{"19.99"}}}), "total_price"), "59.97");
    EXPECT_EQ(of(line({{"quantity", 3}, {"unit_price", Json::Number{"19.99"}}, {"discount", 10}}), "total_price"), "53.97");
    EXPECT_EQ(of(line({{"quantity", Json::Number{"0.5"}}, {"unit_price", Json::Number{"0.01"}}}), "total_price"), "0.01");
}

TEST_P(Lines, take_name_and_list_price_from_the_product) {
    RecordId id = line({{"product_id", product_.text()}, {"quantity", 2}});
    EXPECT_EQ(of(id, "name"), "Sensor");
    EXPECT_EQ(of(id, "total_price"), "160");
}

TEST_P(Lines, take_the_standard_price_before_the_list_price) {
    RecordId book = create("price_book", {{"name", "Standard"}, {"is_standard", true}});
    create("price_book_entry", {{"price_book_id", book.text()}, {"product_id", product_.text()}, {"unit_price", 75}});
    EXPECT_EQ(of(line({{"product_id", product_.text()}}), "unit_price"), "75");
}

TEST_P(Lines, take_the_price_of_their_opportunitys_book_first) {
    RecordId standard = create("price_book", {{"name", "Standard"}, {"is_standard", true}});
    create("price_book_entry", {{"price_book_id", standard.text()}, {"product_id", product_.text()}, {"unit_price", 75}});
    RecordId partners = create("price_book", {{"name", "Partners"}});
    create("price_book_entry", {{"price_book_id", partners.text()}, {"product_id", product_.text()}, {"unit_price", 60}});
    update("opportunity", deal_, {{"price_book_id", partners.text()}});
    EXPECT_EQ(of(line({{"product_id", product_.text()}}), "unit_price"), "60");
}

TEST_P(Lines, add_up_to_the_opportunitys_amount) {
    line({{"quantity", 2}, {"unit_price", 10}});
    RecordId second = line({{"quantity", 1}, {"unit_price", 5}});
    EXPECT_EQ(text("opportunity", deal_, "amount"), "25");
    update("opportunity_line", second, {{"quantity", 3}});
    EXPECT_EQ(text("opportunity", deal_, "amount"), "35");
    remove("opportunity_line", second);
    EXPECT_EQ(text("opportunity", deal_, "amount"), "20");
}

TEST_P(Lines, are_in_the_opportunitys_currency) {
    RecordId dollar = create("currency", {{"code", "USD"}, {"name", "US dollar"}});
    create("exchange_rate", {{"currency_id", dollar.text()}, {"rate", Json::Number{"0.5"}}, {"valid_from", "2026-01-01"}});
    update("opportunity", deal_, {{"currency_code", "USD"}});
    RecordId id = line({{"quantity", 1}, {"unit_price", 5}});
    EXPECT_EQ(of(id, "currency_code"), "USD");
    EXPECT_EQ(refusal([&] { update("opportunity", deal_, {{"currency_code", "EUR"}}); }), "currency_code: has_lines");
}

}  // namespace
}  // namespace rapport::sales
