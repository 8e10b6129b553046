#include "http/request_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>

#include "http/target.h"

namespace rapport::http {
namespace {

namespace beast = boost::beast::http;
using Text = boost::beast::string_view;
using ErrorCode = boost::beast::error_code;

/// A body that announces its size gets room at once, up to this; the rest as it comes, so that an announcement costs nothing.
constexpr std::uint64_t first_room = 1 << 20;

Method method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get: return Method::Get;
        case beast::verb::head: return Method::Head;
        case beast::verb::post: return Method::Post;
        case beast::verb::put: return Method::Put;
        case beast::verb::patch: return Method::Patch;
        case beast::verb::delete_: return Method::Delete;
        case beast::verb::options: return Method::Options;
        default: return Method::Other;
    }
}

/// Reads one request. Its errors end up in `code_`, as Beast's are not all told apart the way the answers are.
class RequestParser : public beast::basic_parser<true> {
public:
    RequestParser() {
        // The total is counted by RequestReader; here it only has to be out of the way.
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(boost::none);
    }

    Request* request = nullptr;
    bool bad_target = false;
    bool http_1_1 = false;
    bool expects_continue = false;
    bool unknown_expectation = false;
    bool unknown_transfer_coding = false;
    int hosts = 0;
    std::optional<std::size_t> limit;
    bool over_limit = false;
    std::size_t body_size = 0;

private:
    void on_request_impl(beast::verb verb, Text, Text target, int version, ErrorCode&) override {
        http_1_1 = version == 11;
        request->method = method_of(verb);
        bad_target = !read_target({target.data(), target.size()}, *request);
    }

    void on_field_impl(beast::field field, Text name, Text value, ErrorCode&) override {
        if (is_header_done()) return;  // trailers may not change what the head said
        std::string_view text(value.data(), value.size());
        if (field == beast::field::host) ++hosts;
        if (field == beast::field::transfer_encoding) unknown_transfer_coding |= !equal_in_any_case(text, "chunked") || !http_1_1;
        if (field == beast::field::expect) {
            expects_continue = http_1_1 && equal_in_any_case(text, "100-continue");
            unknown_expectation |= !equal_in_any_case(text, "100-continue");
        }
        request->headers.add({name.data(), name.size()}, text);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override {
        if (length) request->body.reserve(static_cast<std::size_t>(std::min(*length, first_room)));
    }

    std::size_t on_body_impl(Text piece, ErrorCode& error) override { return append(piece, error); }

    std::size_t on_chunk_body_impl(std::uint64_t, Text piece, ErrorCode& error) override { return append(piece, error); }

    std::size_t append(Text piece, ErrorCode& error) {
        if (limit && piece.size() > *limit - std::min(*limit, body_size)) {
            over_limit = true;
            error = beast::error::body_limit;
            return 0;
        }
        request->body.append(piece.data(), piece.size());
        body_size += piece.size();
        return piece.size();
    }

    void on_response_impl(int, Text, int, ErrorCode&) override {}
    void on_header_impl(ErrorCode&) override {}
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode&) override {}
    void on_finish_impl(ErrorCode&) override {}
};

}  // namespace

/// A parser reads one message: it is made anew for each, in the same place.
class RequestReader::Parser {
public:
    RequestParser* operator->() { return &*parser_; }
    void restart() { parser_.emplace(); }

private:
    std::optional<RequestParser> parser_;
};

RequestReader::RequestReader(std::size_t header_limit) : header_limit_(header_limit), parser_(std::make_unique<Parser>()) {
    parser_->restart();
}
RequestReader::~RequestReader() = default;

void RequestReader::start(Request& request) {
    constexpr std::size_t worth_keeping = 64 << 10;
    request.headers.clear();
    request.query.clear();
    if (request.body.capacity() > worth_keeping) request.body = std::string();
    request.body.clear();
    request.receiver.reset();
    parser_->restart();
    parser()->request = &request;
    head_size_ = 0;
    state_ = State::Head;
    refusal_.reset();
}

bool RequestReader::has_begun() const { return parser()->got_some(); }
bool RequestReader::keep_alive() const { return parser()->keep_alive(); }
bool RequestReader::is_http_1_1() const { return parser()->http_1_1; }
bool RequestReader::expects_continue() const { return parser()->expects_continue; }

std::optional<std::uint64_t> RequestReader::content_length() const {
    if (parser()->chunked()) return std::nullopt;
    return parser()->content_length().value_or(0);
}

std::size_t RequestReader::body_size() const { return parser()->body_size; }

void RequestReader::limit_body(std::size_t limit) {
    parser()->limit = limit;
    if (content_length().value_or(0) <= limit) return;
    parser()->over_limit = true;
    refuse(413, "body_too_large", fmt::format("The body has {} bytes; at most {} are taken here. Send it in smaller parts.", *content_length(), limit));
}

std::size_t RequestReader::read(std::string_view bytes) {
    std::size_t used = parser()->got_some() ? 0 : skip_empty_lines(bytes);
    if (used == bytes.size() && state_ != State::HeadDone) return used;
    if (state_ == State::HeadDone && parser()->is_done()) {
        state_ = State::Complete;
        return 0;
    }
    if (state_ == State::HeadDone) state_ = State::Body;
    bool in_head = state_ == State::Head;
    parser()->eager(!in_head);

    std::string_view rest = bytes.substr(used);
    if (rest.empty()) return used;
    // Beast's parser ends the program when it has seen the last chunk's first line and is given fewer bytes than its shortest end has.
    constexpr std::string_view shortest_end = "0\r\n\r\n";
    if (!in_head && parser()->chunked() && rest.size() < shortest_end.size()) return used;
    ErrorCode error;
    std::size_t taken = parser()->put(boost::asio::const_buffer(rest.data(), rest.size()), error);
    if (in_head) head_size_ += taken;
    used += taken;

    std::size_t waiting = bytes.size() - used;
    bool head_too_long = in_head && (head_size_ > header_limit_ || (!parser()->is_header_done() && head_size_ + waiting > header_limit_));
    if (head_too_long) {
        refuse(431, "header_too_large", fmt::format("The head of the request has more than {} bytes. Send fewer or shorter headers and a shorter address.", header_limit_));
    } else if (parser()->over_limit) {
        refuse(413, "body_too_large", fmt::format("The body has more than the {} bytes that are taken here. Send it in smaller parts.", *parser()->limit));
    } else if (error && error != beast::error::need_more) {
        refuse(400, "malformed_request", fmt::format("This is no request in HTTP/1.1: {}.", error.message()));
    } else if (in_head && parser()->is_header_done()) {
        state_ = State::HeadDone;
        check_head();
    } else if (parser()->is_done()) {
        state_ = State::Complete;
    }
    return used;
}

void RequestReader::check_head() {
    const RequestParser& head = *parser().operator->();
    if (head.bad_target) {
        refuse(400, "malformed_target", "The address cannot be read: it is no path, or an escape such as %C3%BC in it is broken or not UTF-8.");
    } else if (head.hosts > 1 || (head.http_1_1 && head.hosts == 0)) {
        refuse(400, "malformed_request", "An HTTP/1.1 request has exactly one Host header.");
    } else if (head.unknown_transfer_coding) {
        refuse(501, "unknown_transfer_coding", "Of the transfer codings only \"chunked\" is understood, and only in HTTP/1.1.");
    } else if (head.unknown_expectation) {
        refuse(417, "unknown_expectation", "Of the expectations only \"100-continue\" is understood.");
    }
}

std::size_t RequestReader::skip_empty_lines(std::string_view bytes) const {
    // Old clients send a line end after the body of a POST (RFC 9112, section 2.2).
    return std::min(bytes.find_first_not_of("\r\n"), bytes.size());
}

void RequestReader::refuse(int status, std::string_view code, std::string_view message) {
    state_ = State::Refused;
    refusal_ = Refusal{status, code, std::string(message)};
}

}  // namespace rapport::http
