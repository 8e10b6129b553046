#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace rapport::http {

/// Why a request cannot be read any further; the connection ends after the answer.
struct Refusal {
    int status;
    std::string_view code;
    std::string message;
};

/// Turns the bytes of a connection into requests, one after another. Knows nothing of sockets.
class RequestReader {
public:
    enum class State {
        Head,      // wants more of the head
        HeadDone,  // the head is in the request: limit_body() now, then go on reading
        Body,      // wants more of the body
        Complete,
        Refused,
    };

    explicit RequestReader(std::size_t header_limit);
    ~RequestReader();

    /// Begins a new request. It takes over `request`, whose memory is used again.
    void start(Request& request);

    /// Reads from the front of `bytes` and answers how many were used. What is left belongs to the next request, or
    /// has to be given again with more behind it.
    std::size_t read(std::string_view bytes);

    State state() const { return state_; }
    /// A line has begun: the client owes the rest of the request.
    bool has_begun() const;
    const Refusal& refusal() const { return *refusal_; }

    // Once the head is there.
    bool keep_alive() const;
    bool is_http_1_1() const;
    bool expects_continue() const;
    /// Known unless the body is chunked.
    std::optional<std::uint64_t> content_length() const;
    void limit_body(std::size_t limit);
    /// Bytes of the body that were read, those that somebody has taken out of the request since among them.
    std::size_t body_size() const;

private:
    class Parser;
    Parser& parser() const { return *parser_; }
    void refuse(int status, std::string_view code, std::string_view message);
    void check_head();
    std::size_t skip_empty_lines(std::string_view bytes) const;

    std::size_t header_limit_;
    std::size_t head_size_ = 0;
    std::unique_ptr<Parser> parser_;
    State state_ = State::Head;
    std::optional<Refusal> refusal_;
};

}  // namespace rapport::http
