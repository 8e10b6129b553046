#include <array>
#include <set>

#include "base/decimal.h"
#include "demo/company.h"

namespace rapport::demo {
namespace {

struct Currency {
    const char* code;
    const char* name;
    const char* symbol;
    int digits;
    std::int64_t rate;  // euros for one unit, in units of 10^-9, when the history begins
};

// The workspace counts in the first one.
constexpr std::array currencies{Currency{"EUR", "Euro", "€", 2, 0}, Currency{"USD", "US dollar", "$", 2, 915'000'000},
                                Currency{"GBP", "Pound sterling", "£", 2, 1'168'000'000}, Currency{"JPY", "Japanese yen", "¥", 0, 6'120'000}};
constexpr int months_of_rates = 27;

}  // namespace

/// A rate a month, wandering by up to one percent each time.
void make_money(Company& company) {
    company.update("organization", company.existing("organization").front(),
                   Json::Members{{"name", "Vantorra Instruments"}, {"time_zone", "Europe/Berlin"}, {"website", "https://vantorra.example"}});
    company.update("currency", company.existing("currency").front(), Json::Members{{"name", currencies[0].name}, {"symbol", currencies[0].symbol}});
    Date first = Date::of(company.today().year(), company.today().month(), 1).plus_months(1 - months_of_rates);
    std::vector<Json> rates;
    for (const Currency& currency : std::span(currencies).subspan(1)) {
        RecordId id = company.create_one("currency", Json::Members{{"code", currency.code}, {"name", currency.name}, {"symbol", currency.symbol}, {"digits", currency.digits}});
        std::int64_t rate = currency.rate;
        for (int month = 0; month < months_of_rates; ++month) {
            rates.push_back(Json::Members{{"currency_id", id.text()}, {"rate", Json::Number{decimal::format(rate, 9)}}, {"valid_from", first.plus_months(month).text()}});
            rate += rate / 1000 * company.random().between(-10, 10);
        }
    }
    company.create("exchange_rate", std::move(rates));
}

}  // namespace rapport::demo
