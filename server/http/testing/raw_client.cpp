#include "http/testing/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace rapport::http::testing {
namespace {

constexpr timeval patience{.tv_sec = 10, .tv_usec = 0};

std::size_t number(std::string_view digits, int base) {
    std::size_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    return value;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() { ::close(socket_); }

void RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0) throw std::runtime_error("the server takes no more bytes");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::size_t RawClient::send_while_taken(std::string_view bytes) {
    timeval moment{.tv_sec = 0, .tv_usec = 200'000};
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &moment, sizeof moment);
    std::size_t total = 0;
    while (total < bytes.size()) {
        ssize_t count = ::send(socket_, bytes.data() + total, bytes.size() - total, MSG_NOSIGNAL);
        if (count < 0) break;
        total += static_cast<std::size_t>(count);
    }
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return total;
}

bool RawClient::receive() {
    char bytes[64 << 10];
    ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server has said nothing for ten seconds");
    if (count <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> RawClient::read_until(std::string_view text) {
    std::size_t found = 0;
    while ((found = received_.find(text)) == std::string::npos) {
        if (!receive()) return std::nullopt;
    }
    return take(found + text.size());
}

std::optional<std::string> RawClient::take(std::size_t count) {
    while (received_.size() < count) {
        if (!receive()) return std::nullopt;
    }
    std::string taken = received_.substr(0, count);
    received_.erase(0, count);
    return taken;
}

std::optional<std::string> RawClient::take_chunks() {
    std::string body;
    for (;;) {
        auto line = read_until("\r\n");
        if (!line) return std::nullopt;
        auto size = number(*line, 16);
        auto chunk = take(size + 2);
        if (!chunk) return std::nullopt;
        if (size == 0) return body;
        body += chunk->substr(0, size);
    }
}

std::optional<Answer> RawClient::read_answer(bool to_head_request) {
    auto head = read_until("\r\n\r\n");
    if (!head) return std::nullopt;
    Answer answer;
    std::string_view rest = *head;
    answer.status = static_cast<int>(number(rest.substr(9, 3), 10));
    rest.remove_prefix(rest.find('\n') + 1);
    while (rest != "\r\n") {
        std::string_view line = rest.substr(0, rest.find('\r'));
        auto colon = line.find(": ");
        answer.headers.add(line.substr(0, colon), line.substr(colon + 2));
        rest.remove_prefix(line.size() + 2);
    }
    bool has_body = !to_head_request && answer.status >= 200 && answer.status != 204 && answer.status != 304;
    std::optional<std::string> body = "";
    if (has_body && answer.header("Transfer-Encoding") == "chunked") body = take_chunks();
    else if (has_body && answer.headers.has("Content-Length")) body = take(number(answer.header("Content-Length"), 10));
    else if (has_body) body = read_to_end();
    if (!body) return std::nullopt;
    answer.body = std::move(*body);
    return answer;
}

std::optional<Answer> RawClient::ask(std::string_view request) {
    send(request);
    return read_answer(request.starts_with("HEAD"));
}

std::optional<Answer> RawClient::get(std::string_view target, std::string_view headers) {
    return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(headers) + "\r\n");
}

std::string RawClient::read_to_end() {
    while (receive()) {
    }
    return std::exchange(received_, {});
}

void RawClient::end_sending() { ::shutdown(socket_, SHUT_WR); }

void RawClient::abort() {
    linger reset{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    ::close(std::exchange(socket_, -1));
}

}  // namespace rapport::http::testing
