#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "metadata/catalogue.h"

namespace rapport::bench {

/// A file of ../shared/data: records that nobody here made up. Nothing when it is not on this machine.
std::string shared_file(std::string_view name);

/// Ends the measurement, saying which file is missing.
void miss(benchmark::State& state, std::string_view name);

/// The objects that Rapport comes with.
const metadata::CataloguePointer& catalogue();

/// A thousand people, with mistakes, and several times each: as contacts, the values in the order of `contact_fields`.
inline constexpr std::string_view people_file = "splink-fake/fake_1000.csv";
inline constexpr std::string_view contact_fields[] = {"name", "first_name", "last_name", "birth_date", "mailing_address_city", "email"};
struct Person {
    std::vector<Value> values;
    Value operator()(const metadata::Field& field) const;
};
const std::vector<Person>& people();

}  // namespace rapport::bench
