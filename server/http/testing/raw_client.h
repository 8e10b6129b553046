#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/headers.h"

namespace rapport::http::testing {

struct Answer {
    int status = 0;
    Headers headers;
    std::string body;  // without its chunks' frames

    std::string_view header(std::string_view name) const { return headers.find(name).value_or(std::string_view()); }
};

/// A blocking client on the loopback that sends exactly the bytes it is told to. No wait is longer than ten seconds.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(std::string_view bytes);
    /// Sends until the server takes no more for a moment or has closed; answers how many bytes it took.
    std::size_t send_while_taken(std::string_view bytes);
    /// The next answer; nothing when the connection ends before or within it.
    std::optional<Answer> read_answer(bool to_head_request = false);
    /// Sends, and reads the answer.
    std::optional<Answer> ask(std::string_view request);
    /// A request without body.
    std::optional<Answer> get(std::string_view target, std::string_view headers = {});

    /// Reads until the server ends the connection and answers what came. Throws after ten seconds of silence.
    std::string read_to_end();
    /// Reads until `text` has come, and answers all up to its end. Nothing when the connection ends first.
    std::optional<std::string> read_until(std::string_view text);
    void end_sending();
    /// Closes with a reset, as a crashed client does.
    void abort();

private:
    bool receive();
    std::optional<std::string> take(std::size_t count);
    std::optional<std::string> take_chunks();

    int socket_ = -1;
    std::string received_;
};

}  // namespace rapport::http::testing
