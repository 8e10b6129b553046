#include <array>

#include "demo/company.h"

namespace rapport::demo {
namespace {

struct PlannedProduct {
    const char* name;
    const char* code;
    const char* family;
    const char* kind;
    const char* unit;
    int price;  // euros
    int cost;
};

constexpr std::array planned{
    PlannedProduct{"Vibration sensor V10", "V10", "Sensors", "goods", "piece", 480, 190},
    PlannedProduct{"Vibration sensor V20 Ex", "V20-EX", "Sensors", "goods", "piece", 1150, 520},
    PlannedProduct{"Thermal probe T5", "T5", "Sensors", "goods", "piece", 320, 110},
    PlannedProduct{"Flow meter F40", "F40", "Sensors", "goods", "piece", 2450, 1180},
    PlannedProduct{"Pressure transmitter P7", "P7", "Sensors", "goods", "piece", 690, 260},
    PlannedProduct{"Acoustic camera A1", "A1", "Sensors", "goods", "piece", 18900, 9700},
    PlannedProduct{"Gateway G2", "G2", "Gateways", "goods", "piece", 1290, 610},
    PlannedProduct{"Gateway G4 Cellular", "G4", "Gateways", "goods", "piece", 1890, 940},
    PlannedProduct{"Edge computer E8", "E8", "Gateways", "goods", "piece", 5400, 3100},
    PlannedProduct{"Observatory Basic", "OBS-B", "Software", "subscription", "month", 240, 40},
    PlannedProduct{"Observatory Plant", "OBS-P", "Software", "subscription", "month", 980, 130},
    PlannedProduct{"Observatory Enterprise", "OBS-E", "Software", "subscription", "month", 3600, 420},
    PlannedProduct{"Prediction module", "PRE", "Software", "subscription", "month", 760, 90},
    PlannedProduct{"Installation day", "INST", "Services", "service", "day", 1180, 720},
    PlannedProduct{"Training day", "TRAIN", "Services", "service", "day", 1450, 680},
    PlannedProduct{"Calibration", "CAL", "Services", "service", "piece", 95, 45},
    PlannedProduct{"Service contract Silver", "SVC-S", "Services", "subscription", "year", 4200, 1900},
    PlannedProduct{"Service contract Gold", "SVC-G", "Services", "subscription", "year", 9800, 4100},
};

struct Market {
    const char* currency;
    int per_hundred_euros;
};

// What the list says outside the euro countries; no rate is applied to prices.
constexpr std::array markets{Market{"USD", 112}, Market{"GBP", 88}, Market{"JPY", 16500}};

Json price(RecordId book, const Product& product, std::int64_t amount, const char* currency) {
    return Json::Members{{"price_book_id", book.text()}, {"product_id", product.id.text()}, {"unit_price", amount}, {"currency_code", currency}};
}

}  // namespace

void make_products(Company& company) {
    std::vector<Json> records;
    for (const PlannedProduct& plan : planned)
        records.push_back(Json::Members{{"name", plan.name}, {"code", plan.code}, {"family", plan.family}, {"kind", plan.kind}, {"unit", plan.unit}, {"list_price", plan.price},
                                        {"cost", plan.cost}, {"tax_rate", 19}, {"currency_code", "EUR"}});
    auto ids = company.create("product", std::move(records));
    for (std::size_t i = 0; i < planned.size(); ++i) company.products.push_back({ids[i], planned[i].name, planned[i].price});

    company.standard_prices = company.existing("price_book").front();
    RecordId partners = company.create_one("price_book", Json::Members{{"name", "Partners"}, {"description", "For companies that sell for us: a fifth less."}});
    std::vector<Json> entries;
    for (const Product& product : company.products) {
        entries.push_back(price(company.standard_prices, product, product.price, "EUR"));
        entries.push_back(price(partners, product, product.price * 80 / 100, "EUR"));
        for (const Market& market : markets) entries.push_back(price(company.standard_prices, product, product.price * market.per_hundred_euros / 100, market.currency));
    }
    company.create("price_book_entry", std::move(entries));
}

}  // namespace rapport::demo
