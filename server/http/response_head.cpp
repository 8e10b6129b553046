#include "http/response_head.h"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <iterator>

namespace rapport::http {
namespace {

/// The Date line of this second; writing it anew for each answer would cost more than all other headers together.
const std::string& date_line() {
    thread_local std::int64_t second = -1;
    thread_local std::string line;
    std::int64_t now = std::time(nullptr);
    if (now != second) {
        second = now;
        line = "Date: " + http_date(now) + "\r\n";
    }
    return line;
}

void append_number(std::string& out, std::size_t number) {
    fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

}  // namespace

void append_response_head(std::string& out, const Response& response, ResponseFrame frame) {
    if (response.status == 200) {
        out += "HTTP/1.1 200 OK\r\n";
    } else {
        out += "HTTP/1.1 ";
        append_number(out, static_cast<std::size_t>(response.status));
        out += ' ';
        out += status_text(response.status);
        out += "\r\n";
    }
    out += response.headers.text();
    out += date_line();
    if (status_has_body(response.status)) {
        if (frame.framing == Framing::Chunked) out += "Transfer-Encoding: chunked\r\n";
        if (frame.framing == Framing::Length) {
            out += "Content-Length: ";
            append_number(out, frame.length);
            out += "\r\n";
        }
    }
    if (!frame.keep_alive) {
        out += "Connection: close\r\n";
    } else if (!frame.http_1_1) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

void append_chunk(std::string& out, std::string_view piece) {
    if (piece.empty()) return;
    fmt::format_to(std::back_inserter(out), "{:x}\r\n", piece.size());
    out += piece;
    out += "\r\n";
}

void append_last_chunk(std::string& out) { out += "0\r\n\r\n"; }

bool status_has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string http_date(std::int64_t unix_seconds) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::time_t time = unix_seconds;
    std::tm parts{};
    gmtime_r(&time, &parts);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                       months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace rapport::http
