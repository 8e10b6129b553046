#include "company.h"
#include "input.h"

/// The JSON filter of the screens, asked of every object that has accounts or contacts to do with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    static fuzz::Company company;
    fuzz::meet([&] {
        query::Select select;
        select.where = query::parse_filter(Json::parse(fuzz::text_of(data, size)));
        select.all_fields = query::Select::AllFields::All;
        select.order_by = query::parse_sort("id");
        for (const char* object : {"account", "opportunity", "task"}) {
            select.object = object;
            fuzz::meet([&] { company.ask(select); });
        }
    });
    return 0;
}
