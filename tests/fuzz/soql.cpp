#include "company.h"
#include "input.h"

/// SOQL: read, bound, compiled, and asked of a small company.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static rapport::fuzz::Company company;
    rapport::fuzz::meet([&] { company.ask(rapport::query::parse_soql(rapport::fuzz::text_of(data, size))); });
    return 0;
}
