#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace rapport::http {

/// How the client finds the end of the body.
enum class Framing { Length, Chunked, UntilClose };

struct ResponseFrame {
    Framing framing = Framing::Length;
    std::size_t length = 0;
    bool http_1_1 = true;
    bool keep_alive = true;
};

/// Status line and headers, with Date, Connection and what frames the body.
void append_response_head(std::string& out, const Response& response, ResponseFrame frame);

/// One piece of a chunked body; an empty piece would end it, so it is left out.
void append_chunk(std::string& out, std::string_view piece);
void append_last_chunk(std::string& out);

/// Whether an answer of this status has a body at all (RFC 9110, section 6.4.1).
bool status_has_body(int status);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::int64_t unix_seconds);

}  // namespace rapport::http
