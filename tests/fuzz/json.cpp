#include "base/json.h"
#include "base/json_writer.h"
#include "input.h"

/// JSON: what can be read is read again from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    fuzz::meet([&] {
        std::string text = Json::parse(fuzz::text_of(data, size)).text();
        if (Json::parse(text).text() != text) fuzz::finding("written otherwise the second time: " + text);
    });
    return 0;
}
