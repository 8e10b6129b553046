#include <algorithm>

#include "http/request_reader.h"
#include "input.h"

/// What a connection sends, in pieces as long as the first byte says: as many requests as it holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    using State = http::RequestReader::State;
    if (size == 0) return 0;
    std::size_t piece = data[0] + 1U;
    std::string_view rest = fuzz::text_of(data + 1, size - 1);
    http::RequestReader reader(4096);
    http::Request request;
    reader.start(request);
    for (std::size_t arrived = 0;;) {
        std::size_t used = reader.read(rest.substr(0, arrived));
        if (used > arrived) fuzz::finding("more bytes used than given");
        rest.remove_prefix(used);
        arrived -= used;
        if (reader.state() == State::HeadDone) reader.limit_body(1024);
        if (reader.state() == State::Refused) return 0;
        if (reader.state() == State::Complete) {
            if (request.body.size() > 1024) fuzz::finding("a body beyond its limit");
            reader.start(request);
        } else if (used == 0) {
            if (arrived == rest.size()) return 0;  // waits for what never comes
            arrived = std::min(arrived + piece, rest.size());
        }
    }
}
