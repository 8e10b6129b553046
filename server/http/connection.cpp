#include "http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "base/log.h"
#include "http/channel.h"
#include "http/compression.h"
#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/run_on.h"
#include "http/stream_reader.h"
#include "http/wire.h"

namespace rapport::http {
namespace {

using State = RequestReader::State;
using Received = Wire::Received;

constexpr std::size_t worth_compressing = 1 << 10;
/// A socket thread compresses only what does not fit in the first packets that TCP sends anyway.
constexpr std::size_t worth_compressing_inline = 14 << 10;
/// Smaller bodies are copied behind their head, so that pipelined answers leave in one write.
constexpr std::size_t worth_writing_apart = 16 << 10;
constexpr std::size_t largest_batch = 64 << 10;
constexpr std::size_t worth_accounting = 64 << 10;
/// A body that somebody takes as it comes in is handed over in pieces of this size.
constexpr std::size_t worth_passing_on = 256 << 10;

/// One connection: reads requests, has them answered, sends the answers, in order.
class Connection {
public:
    Connection(Socket socket, SocketThread& thread, Serving& serving)
        : wire_(std::move(socket), thread, serving.options),
          thread_(thread),
          serving_(serving),
          reader_(serving.options.header_limit),
          peer_(wire_.remote_address()) {}
    ~Connection() { account_body(0); }

    Awaitable<void> run();

private:
    bool take_request();
    Awaitable<bool> receive_request();
    Awaitable<bool> pass_body_on();
    bool can_read_on(Received received);
    void tell_to_go_on();
    Awaitable<Received> receive_more();
    bool account_body(std::size_t size);
    void refuse(const Refusal& refusal);

    std::string_view client_address() const;
    Response answer(Where where);
    std::string_view queue(const Response& response, bool keep_alive);
    Framing queue_head_of_pieces(const Response& response, bool keep_alive);
    void queue_piece(Framing framing, std::string_view piece);
    Awaitable<bool> send_stream(Response& response, bool keep_alive);
    Awaitable<void> send_channel(Response& response);

    Wire wire_;
    SocketThread& thread_;
    Serving& serving_;
    RequestReader reader_;
    const std::string peer_;
    Request request_;
    std::size_t accounted_ = 0;
    std::optional<Clock::time_point> request_began_;
    bool is_first_request_ = true;
    bool refused_ = false;
};

Awaitable<void> Connection::run() {
    for (bool more = true; more; is_first_request_ = false) {
        reader_.start(request_);
        request_began_.reset();
        bool is_there = take_request();
        if (!is_there && !request_.receiver) is_there = co_await receive_request();
        if (!is_there && request_.receiver) is_there = co_await pass_body_on();
        if (!is_there) break;

        request_.remote_address = client_address();
        Response response;
        if (serving_.application.place(request_) == Where::Inline) {
            response = answer(Where::Inline);
        } else {
            if (!co_await wire_.flush()) co_return;
            co_await run_on(serving_.workers, [this, &response] {
                response = answer(Where::Worker);
                request_.receiver.reset();
            });
        }
        account_body(0);

        more = reader_.keep_alive() && !refused_ && !thread_.draining();
        if (response.channel) {
            co_await send_channel(response);
            co_return;
        }
        if (response.stream) {
            more = more && (reader_.is_http_1_1() || response.stream_length);
            if (!co_await send_stream(response, more)) co_return;
            continue;
        }
        std::string_view tail = queue(response, more);
        // Answers to requests that have come already leave together.
        if (tail.empty() && !wire_.input().empty() && wire_.output().size() < largest_batch) continue;
        auto sent = wire_.send_now(tail);
        if (sent == Wire::Sent::Failed || (sent == Wire::Sent::Some && !co_await wire_.flush(tail))) co_return;
    }
    if (!co_await wire_.flush()) co_return;
    // The client may be sending still. Were the socket closed now, the system would cut it off before it has read why.
    if (refused_ || !wire_.input().empty()) co_await wire_.linger();
}

// --- requests ---------------------------------------------------------------------------------------------------

/// Reads on in what has come already. Answers whether the request is whole.
bool Connection::take_request() {
    for (;;) {
        State before = reader_.state();
        if (before == State::Complete || before == State::Refused) break;
        std::size_t used = reader_.read(wire_.input());
        wire_.use_input(used);
        if (reader_.state() == State::HeadDone) {
            if (serving_.application.receiver) request_.receiver = serving_.application.receiver(request_);
            if (request_.receiver) break;
            const auto& limit = serving_.application.body_limit;
            reader_.limit_body(limit ? limit(request_) : serving_.options.body_limit);
            tell_to_go_on();
        } else if (used == 0 && reader_.state() == before) {
            break;
        }
    }
    return reader_.state() == State::Complete;
}

/// A client that waits for leave to send its body gets it.
void Connection::tell_to_go_on() {
    bool client_waits = reader_.expects_continue() && wire_.input().empty() && reader_.content_length() != 0;
    if (client_waits && reader_.state() == State::HeadDone) wire_.output() += "HTTP/1.1 100 Continue\r\n\r\n";
}

/// Waits until the request is whole. Answers false when there will be none, and when its body is for a receiver.
Awaitable<bool> Connection::receive_request() {
    while (reader_.state() != State::Complete) {
        if (reader_.state() == State::Refused) {
            refuse(reader_.refusal());
            co_return false;
        }
        if (!co_await wire_.flush()) co_return false;
        Received received = co_await receive_more();
        if (!can_read_on(received)) co_return false;
        take_request();
        if (request_.receiver) co_return false;
        if (!account_body(request_.body.size())) {
            refuse({503, "busy", "Too many large requests are coming in at this moment. Try again in a minute."});
            co_return false;
        }
    }
    co_return true;
}

/// Hands the body over while it comes in, until it is whole or no more of it is wanted. Answers false when the client is gone.
Awaitable<bool> Connection::pass_body_on() {
    if (!co_await wire_.flush()) co_return false;
    for (bool is_first = true;;) {
        bool whole = reader_.state() == State::Complete;
        if (is_first || whole || request_.body.size() >= worth_passing_on) {
            bool wanted = true;
            co_await run_on(serving_.workers, [this, &wanted] { wanted = request_.receiver->take(request_.body); });
            request_.body.clear();
            refused_ = !wanted && !whole;
            if (refused_ || whole) co_return true;
            if (is_first) tell_to_go_on();
            is_first = false;
        }
        State before = reader_.state();
        std::size_t used = reader_.read(wire_.input());
        wire_.use_input(used);
        if (reader_.state() == State::Refused) {
            refuse(reader_.refusal());
            co_return false;
        }
        if (used > 0 || reader_.state() != before) continue;
        if (!co_await wire_.flush()) co_return false;
        Received received = co_await receive_more();
        if (!can_read_on(received)) co_return false;
    }
}

/// Answers false, and says why, when there will be no more of a request.
bool Connection::can_read_on(Received received) {
    bool owes_the_rest = received == Received::TooLate && reader_.has_begun();
    if (owes_the_rest) refuse({408, "request_timeout", "The request did not come in whole in time. Send it again."});
    if (received == Received::NoRoom) refuse({431, "header_too_large", "A line of the request is longer than its head may be."});
    return received == Received::Bytes;
}

Awaitable<Received> Connection::receive_more() {
    const ServerOptions& options = serving_.options;
    if (!reader_.has_begun()) return wire_.receive_first(is_first_request_ ? options.request_timeout : options.idle_timeout);
    if (!request_began_) request_began_ = Clock::now();
    return wire_.receive(*request_began_, reader_.body_size());
}

/// Keeps the sum of all large bodies under the server's limit. Answers false when this one has no room any more.
bool Connection::account_body(std::size_t size) {
    if (size < worth_accounting) size = 0;
    if (size == accounted_) return true;
    std::size_t total = serving_.body_memory += size - accounted_;
    accounted_ = size;
    return size == 0 || total <= serving_.options.body_memory;
}

/// Queues the last answer of this connection.
void Connection::refuse(const Refusal& refusal) {
    refused_ = true;
    request_.body = std::string();
    account_body(0);
    queue(Response::problem(refusal.status, refusal.code, refusal.message), false);
}

// --- answers ----------------------------------------------------------------------------------------------------

std::string_view Connection::client_address() const {
    std::string_view forwarded = serving_.options.behind_proxy ? request_.header("X-Forwarded-For") : std::string_view();
    std::string_view last = forwarded.substr(forwarded.rfind(',') + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    return last.empty() ? std::string_view(peer_) : last;
}

Response Connection::answer(Where where) {
    try {
        Response response = serving_.application.handle(request_);
        std::string_view accepted = request_.header("Accept-Encoding");
        compress_body(accepted, response, where == Where::Inline ? worth_compressing_inline : worth_compressing);
        return response;
    } catch (const std::exception& error) {
        log::error("{} {} ended with an exception that the application should have answered: {}", method_name(request_.method),
                   request_.path, error.what());
        return Response::problem(500, "internal_error", "The server made a mistake. It stands in the server's log.");
    }
}

/// Puts an answer behind the output; a large body comes back, to be sent from where it is.
std::string_view Connection::queue(const Response& response, bool keep_alive) {
    std::string_view body = response.shared_body ? *response.shared_body : response.body;
    append_response_head(wire_.output(), response,
                         {.length = body.size(), .http_1_1 = reader_.is_http_1_1(), .keep_alive = keep_alive});
    if (request_.method == Method::Head || !status_has_body(response.status)) return {};
    if (body.size() >= worth_writing_apart) return body;
    wire_.output() += body;
    return {};
}

/// Queues the head of a body whose length nobody knows yet.
Framing Connection::queue_head_of_pieces(const Response& response, bool keep_alive) {
    Framing framing = response.stream_length ? Framing::Length : reader_.is_http_1_1() ? Framing::Chunked : Framing::UntilClose;
    append_response_head(wire_.output(), response,
                         {.framing = framing, .length = response.stream_length.value_or(0), .http_1_1 = reader_.is_http_1_1(), .keep_alive = keep_alive});
    return framing;
}

void Connection::queue_piece(Framing framing, std::string_view piece) {
    if (framing == Framing::Chunked) append_chunk(wire_.output(), piece);
    else wire_.output() += piece;
}

Awaitable<bool> Connection::send_stream(Response& response, bool keep_alive) {
    StreamReader pieces(response, request_);
    Framing framing = queue_head_of_pieces(response, keep_alive);
    bool has_body = request_.method != Method::Head && status_has_body(response.status);
    auto state = has_body ? StreamReader::State::More : StreamReader::State::Last;
    std::string piece;
    while (state == StreamReader::State::More) {
        co_await run_on(serving_.workers, [&] { state = pieces.next(piece); });
        if (state == StreamReader::State::Broken) co_return false;
        queue_piece(framing, piece);
        if (!co_await wire_.flush()) co_return false;
    }
    if (has_body && framing == Framing::Chunked) append_last_chunk(wire_.output());
    co_return co_await wire_.flush();
}

/// A wait that anyone on the socket's thread can end. Shared with those who might, as they may come too late.
struct Waiter {
    explicit Waiter(Executor executor) : timer(executor) {}
    Timer timer;
    bool disturbed = false;
};

/// Carries a channel until either side ends it. The connection ends with it.
Awaitable<void> Connection::send_channel(Response& response) {
    Framing framing = queue_head_of_pieces(response, false);
    auto waiter = std::make_shared<Waiter>(wire_.executor());
    auto channel = response.channel;
    auto disconnect = [](Channel* connected) { connected->disconnect(); };
    std::unique_ptr<Channel, decltype(disconnect)> connected(channel.get(), disconnect);
    channel->connect([waiter, executor = wire_.executor()] { net::post(executor, [waiter] { waiter->timer.cancel(); }); });
    wire_.when_disturbed([waiter] {
        waiter->disturbed = true;
        waiter->timer.cancel();
    });
    for (bool open = request_.method != Method::Head; open && !waiter->disturbed && !thread_.draining();) {
        std::string text;
        open = channel->take(text);
        queue_piece(framing, text);
        if (!co_await wire_.flush()) co_return;
        if (!open || !text.empty()) continue;
        waiter->timer.expires_after(channel->heartbeat().interval);
        auto [woken] = co_await waiter->timer.async_wait(net::as_tuple(net::use_awaitable_t<Executor>()));
        if (!woken) queue_piece(framing, channel->heartbeat().text);
    }
    if (framing == Framing::Chunked) append_last_chunk(wire_.output());
    co_await wire_.flush();
}

Awaitable<void> serve(Socket socket, SocketThread& thread, Serving& serving) {
    Connection connection(std::move(socket), thread, serving);
    co_await connection.run();
}

}  // namespace

void start_connection(Socket socket, SocketThread& thread, Serving& serving) {
    thread.add_connection();
    net::co_spawn(thread.context(), serve(std::move(socket), thread, serving), [&thread](std::exception_ptr failure) {
        thread.end_connection();
        try {
            if (failure) std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            log::error("A connection ended with an exception: {}", error.what());
        }
    });
}

}  // namespace rapport::http
