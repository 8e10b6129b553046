#pragma once

#include <optional>
#include <string>

#include "http/compression.h"
#include "http/message.h"

namespace rapport::http {

/// The pieces of a streamed answer, compressed if the client takes that.
class StreamReader {
public:
    /// Adds to the headers of `response` what the compression needs. Both arguments outlive this.
    StreamReader(Response& response, const Request& request);

    enum class State {
        More,
        Last,
        Broken,  // the stream has thrown, which stands in the log
    };
    /// Puts the next piece in place of `piece`; it may be empty. Blocks: for workers.
    State next(std::string& piece);

private:
    Response& response_;
    const Request& request_;
    std::optional<GzipStream> gzip_;
    std::string plain_;
};

}  // namespace rapport::http
