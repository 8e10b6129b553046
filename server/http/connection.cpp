#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <optional>

#include "base/log.h"
#include "http/compression.h"
#include "http/input_buffer.h"
#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/run_on.h"

namespace rapport::http {
namespace {

using ErrorCode = boost::system::error_code;
using State = RequestReader::State;

constexpr auto as_tuple = net::as_tuple(net::use_awaitable_t<Executor>());
constexpr auto never = Clock::time_point::max();

constexpr std::size_t worth_compressing = 1 << 10;
/// A socket thread compresses only what does not fit in the first packets that TCP sends anyway.
constexpr std::size_t worth_compressing_inline = 14 << 10;
/// Smaller bodies are copied behind their head, so that pipelined answers leave in one write.
constexpr std::size_t worth_writing_apart = 16 << 10;
constexpr std::size_t largest_batch = 64 << 10;
constexpr std::size_t worth_accounting = 64 << 10;
constexpr std::chrono::seconds linger_timeout{2};

/// One connection: reads requests, has them answered, writes the answers, in order.
class Connection : public Watched {
public:
    Connection(Socket socket, SocketThread& thread, Serving& serving);
    ~Connection() override;

    Awaitable<void> run();
    void expire() override;
    void drain() override;

private:
    bool take_request();
    Awaitable<bool> receive_request();
    bool account_body(std::size_t size);
    void refuse(const Refusal& refusal);

    Response answer(Where where);
    std::string_view queue(const Response& response, bool keep_alive);
    Awaitable<bool> send_stream(Response& response, bool keep_alive);

    enum class Sent { All, Some, Failed };
    Sent send_now(std::string_view& tail);
    Awaitable<bool> flush(std::string_view tail = {});
    Awaitable<void> linger();
    void set_deadline(Clock::time_point since, std::size_t moved_bytes);

    Socket socket_;
    SocketThread& thread_;
    Serving& serving_;
    RequestReader reader_;
    Request request_;
    InputBuffer input_;
    std::string output_;  // what has to go out before the next wait, from `output_begin_` on
    std::size_t output_begin_ = 0;
    std::size_t accounted_ = 0;
    std::optional<Clock::time_point> request_began_;
    bool is_first_request_ = true;
    bool is_idle_ = false;
    bool expired_ = false;
    bool refused_ = false;
    SocketThread::Place place_;
};

Connection::Connection(Socket socket, SocketThread& thread, Serving& serving)
    : socket_(std::move(socket)),
      thread_(thread),
      serving_(serving),
      reader_(serving.options.header_limit),
      input_(serving.options.header_limit + (4 << 10)),
      place_(thread.watch(*this)) {
    ErrorCode error;
    socket_.non_blocking(true, error);
    socket_.set_option(net::ip::tcp::no_delay(true), error);
    auto peer = socket_.remote_endpoint(error);
    if (!error) request_.remote_address = peer.address().to_string();
}

Connection::~Connection() {
    account_body(0);
    thread_.forget(place_);
}

void Connection::expire() {
    expired_ = true;
    ErrorCode ignored;
    socket_.cancel(ignored);
}

void Connection::drain() {
    if (is_idle_) expire();
}

Awaitable<void> Connection::run() {
    for (bool more = true; more; is_first_request_ = false) {
        reader_.start(request_);
        request_began_.reset();
        if (!take_request() && !co_await receive_request()) break;

        Response response;
        if (serving_.application.place(request_) == Where::Inline) {
            response = answer(Where::Inline);
        } else {
            if (!co_await flush()) co_return;
            co_await run_on(serving_.workers, [this, &response] { response = answer(Where::Worker); });
        }
        account_body(0);

        more = reader_.keep_alive() && !thread_.draining();
        if (response.stream) {
            more = more && reader_.is_http_1_1();
            if (!co_await send_stream(response, more)) co_return;
            continue;
        }
        std::string_view tail = queue(response, more);
        // Answers to requests that have come already leave together.
        if (tail.empty() && !input_.empty() && output_.size() < largest_batch) continue;
        Sent sent = send_now(tail);
        if (sent == Sent::Failed || (sent == Sent::Some && !co_await flush(tail))) co_return;
    }
    if (!co_await flush()) co_return;
    // The client may be sending still. Were the socket closed now, the system would cut it off before it has read why.
    if (refused_ || !input_.empty()) co_await linger();
}

// --- requests ---------------------------------------------------------------------------------------------------

/// Reads on in what has come already. Answers whether the request is whole.
bool Connection::take_request() {
    for (;;) {
        State before = reader_.state();
        if (before == State::Complete || before == State::Refused) break;
        std::size_t used = reader_.read(input_.view());
        input_.consume(used);
        if (reader_.state() == State::HeadDone) {
            const auto& limit = serving_.application.body_limit;
            reader_.limit_body(limit ? limit(request_) : serving_.options.body_limit);
            bool client_waits = reader_.expects_continue() && input_.empty() && reader_.content_length() != 0;
            if (client_waits && reader_.state() == State::HeadDone) output_ += "HTTP/1.1 100 Continue\r\n\r\n";
        } else if (used == 0 && reader_.state() == before) {
            break;
        }
    }
    return reader_.state() == State::Complete;
}

/// Waits until the request is whole. Answers false when there will be none.
Awaitable<bool> Connection::receive_request() {
    while (reader_.state() != State::Complete) {
        if (reader_.state() == State::Refused) {
            refuse(reader_.refusal());
            co_return false;
        }
        if (!co_await flush()) co_return false;
        auto room = input_.room();
        if (room.empty()) {
            refuse({431, "header_too_large", "A line of the request is longer than the head of a request may be."});
            co_return false;
        }
        is_idle_ = !reader_.has_begun();
        if (is_idle_ && thread_.draining()) co_return false;
        if (is_idle_ && !is_first_request_) {
            deadline = Clock::now() + serving_.options.idle_timeout;
        } else {
            if (!request_began_) request_began_ = Clock::now();
            set_deadline(*request_began_, request_.body.size());
        }
        auto [error, count] = co_await socket_.async_read_some(net::buffer(room.data(), room.size()), as_tuple);
        deadline = never;
        is_idle_ = false;
        if (error) {
            bool owes_the_rest = expired_ && reader_.has_begun();
            if (owes_the_rest) refuse({408, "request_timeout", "The request did not come in whole in time. Send it again."});
            co_return false;
        }
        input_.commit(count);
        take_request();
        if (!account_body(request_.body.size())) {
            refuse({503, "busy", "Too many large requests are coming in at this moment. Try again in a minute."});
            co_return false;
        }
    }
    co_return true;
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
    append_response_head(output_, response,
                         {.length = body.size(), .http_1_1 = reader_.is_http_1_1(), .keep_alive = keep_alive});
    if (request_.method == Method::Head || !status_has_body(response.status)) return {};
    if (body.size() >= worth_writing_apart) return body;
    output_ += body;
    return {};
}

Awaitable<bool> Connection::send_stream(Response& response, bool keep_alive) {
    bool chunked = reader_.is_http_1_1();
    bool has_body = request_.method != Method::Head && status_has_body(response.status);
    std::optional<GzipStream> gzip;
    bool compressible = is_compressible(response.headers.find("Content-Type").value_or("")) && !response.headers.has("Content-Encoding");
    if (compressible && quick_coding(request_.header("Accept-Encoding")) == Coding::Gzip) {
        gzip.emplace();
        response.headers.add("Content-Encoding", "gzip");
    }
    if (compressible) response.headers.add("Vary", "Accept-Encoding");
    append_response_head(output_, response,
                         {.framing = chunked ? Framing::Chunked : Framing::UntilClose, .http_1_1 = chunked, .keep_alive = keep_alive});
    bool more = has_body;
    bool failed = false;
    std::string piece;
    std::string compressed;
    auto next_piece = [&] {
        try {
            piece.clear();
            compressed.clear();
            more = response.stream(piece);
            if (gzip) gzip->append(piece, compressed);
            if (gzip && !more) gzip->finish(compressed);
        } catch (const std::exception& error) {
            failed = true;
            log::error("The answer to {} broke off: {}", request_.path, error.what());
        }
    };
    while (more) {
        co_await run_on(serving_.workers, [&next_piece] { next_piece(); });
        if (failed) co_return false;
        const std::string& bytes = gzip ? compressed : piece;
        if (chunked) append_chunk(output_, bytes);
        else output_ += bytes;
        if (!more && chunked) append_last_chunk(output_);
        if (!co_await flush()) co_return false;
    }
    co_return co_await flush();
}

// --- bytes ------------------------------------------------------------------------------------------------------

/// Writes the output and what follows it, as much as the socket takes without waiting.
Connection::Sent Connection::send_now(std::string_view& tail) {
    while (output_begin_ < output_.size() || !tail.empty()) {
        std::size_t waiting = output_.size() - output_begin_;
        std::array buffers{net::const_buffer(output_.data() + output_begin_, waiting), net::const_buffer(tail.data(), tail.size())};
        ErrorCode error;
        std::size_t count = socket_.write_some(buffers, error);
        if (error == net::error::would_block) return Sent::Some;
        if (error) return Sent::Failed;
        output_begin_ += std::min(count, waiting);
        tail.remove_prefix(count - std::min(count, waiting));
    }
    output_begin_ = 0;
    if (output_.capacity() > 2 * largest_batch) output_ = std::string();
    output_.clear();
    return Sent::All;
}

/// Writes the output and what follows it. Answers false when the client is gone or too slow.
Awaitable<bool> Connection::flush(std::string_view tail) {
    auto began = Clock::now();
    std::size_t total = output_.size() - output_begin_ + tail.size();
    for (;;) {
        Sent sent = send_now(tail);
        if (sent != Sent::Some) co_return sent == Sent::All;
        set_deadline(began, total - (output_.size() - output_begin_ + tail.size()));
        auto [error] = co_await socket_.async_wait(Socket::wait_write, as_tuple);
        deadline = never;
        if (error) co_return false;
    }
}

/// Ends the sending side, then waits for the client to end its own, throwing away what it still sends.
Awaitable<void> Connection::linger() {
    ErrorCode ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    input_ = InputBuffer(16 << 10);
    expired_ = false;
    deadline = Clock::now() + linger_timeout;
    while (!expired_) {
        auto room = input_.room();
        auto [error, count] = co_await socket_.async_read_some(net::buffer(room.data(), room.size()), as_tuple);
        if (error) break;
    }
    deadline = never;
}

void Connection::set_deadline(Clock::time_point since, std::size_t moved_bytes) {
    const ServerOptions& options = serving_.options;
    expired_ = false;
    deadline = since + options.request_timeout + std::chrono::milliseconds(1000 * moved_bytes / options.slowest_rate);
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
