#include "http/stream_reader.h"

#include <exception>

#include "base/log.h"

namespace rapport::http {

StreamReader::StreamReader(Response& response, const Request& request) : response_(response), request_(request) {
    if (response.stream_length || !is_compressible(response.headers.find("Content-Type").value_or("")) || response.headers.has("Content-Encoding")) return;
    response.headers.add("Vary", "Accept-Encoding");
    if (quick_coding(request.header("Accept-Encoding")) != Coding::Gzip) return;
    response.headers.add("Content-Encoding", coding_name(Coding::Gzip));
    gzip_.emplace();
}

StreamReader::State StreamReader::next(std::string& piece) {
    try {
        piece.clear();
        plain_.clear();
        bool more = response_.stream(gzip_ ? plain_ : piece);
        if (gzip_) gzip_->append(plain_, piece);
        if (gzip_ && !more) gzip_->finish(piece);
        return more ? State::More : State::Last;
    } catch (const std::exception& error) {
        log::error("The answer to {} {} broke off: {}", method_name(request_.method), request_.path, error.what());
        return State::Broken;
    }
}

}  // namespace rapport::http
