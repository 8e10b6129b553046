#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/headers.h"

namespace rapport::http {

class Channel;

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

std::string_view method_name(Method method);

/// Takes the body of one request while it comes in, in place of Request::body: for bodies that memory should not hold.
class BodyReceiver {
public:
    virtual ~BodyReceiver() = default;
    /// The next bytes; the first call has none, and comes before a client that waits for leave is told to send its body.
    /// Answers false when no more are wanted: the request is handled then as it is, and the connection ends after the
    /// answer. Called on workers, one call after the other; must not throw.
    virtual bool take(std::string_view bytes) = 0;
};

struct Request {
    Method method = Method::Get;
    std::string target;  // as sent: "/api/v1/records/account?limit=5"
    std::string path;    // percent-decoded, without the query: "/api/v1/records/account"
    std::vector<std::pair<std::string, std::string>> query;  // percent-decoded, in the order sent
    Headers headers;
    std::string body;
    std::shared_ptr<BodyReceiver> receiver;  // when set, it has the body, or as much as it wanted
    std::string remote_address;

    /// The first header of that name, in any case; empty when absent.
    std::string_view header(std::string_view name) const { return headers.find(name).value_or(std::string_view()); }
    std::optional<std::string_view> parameter(std::string_view name) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    Headers headers{};
    std::string body{};
    /// When set, sent in place of `body`: a text that many answers share, such as a file kept in memory.
    std::shared_ptr<const std::string> shared_body{};
    /// When set, the body comes in pieces (chunked): called again and again on a worker, until it answers false or the
    /// client is gone. When it throws, the connection is cut, so that the client knows the answer is not whole.
    std::function<bool(std::string& piece)> stream{};
    /// How many bytes the stream has, when that is known: then it is sent as they are, with a Content-Length.
    std::optional<std::uint64_t> stream_length{};
    /// When set, the body is what the application sends through the channel, whenever it likes (server-sent events).
    std::shared_ptr<Channel> channel{};

    /// In place of an earlier header of that name; for a second cookie use headers.add().
    void set(std::string_view name, std::string_view value) { headers.set(name, value); }
    static Response json(int status, std::string body);
    static Response text(int status, std::string body);
    /// RFC 9457 problem details, as docs/api.md describes them.
    static Response problem(int status, std::string_view code, std::string_view detail);
};

/// "Not Found" for 404; "Status" for a number that nobody has named.
std::string_view status_text(int status);

}  // namespace rapport::http
