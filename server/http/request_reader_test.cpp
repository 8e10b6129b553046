#include "http/request_reader.h"

#include <gtest/gtest.h>

namespace rapport::http {
namespace {

using State = RequestReader::State;

/// Reads all of `bytes`, `step` bytes at a time, with a body limit of 100.
struct Reading {
    explicit Reading(std::string_view bytes, std::size_t step = 1 << 20) : reader(1000) {
        reader.start(request);
        std::string waiting;
        for (std::size_t at = 0; at < bytes.size() && wants_more(); at += step) {
            waiting += bytes.substr(at, step);
            for (bool moved = true; moved && wants_more();) {
                State before = reader.state();
                std::size_t used = reader.read(waiting);
                waiting.erase(0, used);
                if (reader.state() == State::HeadDone) reader.limit_body(100);
                moved = used > 0 || reader.state() != before;
            }
        }
        left = waiting.size();
    }

    bool wants_more() const { return reader.state() != State::Complete && reader.state() != State::Refused; }
    int status() const { return reader.state() == State::Refused ? reader.refusal().status : 0; }

    Request request;
    RequestReader reader;
    std::size_t left = 0;
};

TEST(RequestReader, reads_path_query_headers_and_body) {
    Reading reading("POST /a%20b?x=1+2&y=%C3%BC&z HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nCookie: a=1; sid=abc\r\n\r\nxyzGET");
    EXPECT_EQ(reading.reader.state(), State::Complete);
    EXPECT_EQ(reading.request.method, Method::Post);
    EXPECT_EQ(reading.request.path, "/a b");
    EXPECT_EQ(reading.request.parameter("x"), "1 2");
    EXPECT_EQ(reading.request.parameter("y"), "ü");
    EXPECT_EQ(reading.request.parameter("z"), "");
    EXPECT_EQ(reading.request.header("content-LENGTH"), "3");
    EXPECT_EQ(reading.request.cookie("sid"), "abc");
    EXPECT_EQ(reading.request.cookie("id"), std::nullopt);
    EXPECT_EQ(reading.request.body, "xyz");
    EXPECT_EQ(reading.left, 3u);
}

TEST(RequestReader, reads_the_same_whatever_the_pieces) {
    std::string text =
        "PUT /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";
    for (std::size_t step = 1; step < text.size(); ++step) {
        Reading reading(text, step);
        ASSERT_EQ(reading.reader.state(), State::Complete) << step;
        ASSERT_EQ(reading.request.body, "abc0123456789") << step;
        ASSERT_FALSE(reading.request.headers.has("Trailer")) << step;
    }
    std::string empty = "PUT /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (std::size_t step = 1; step < empty.size(); ++step) EXPECT_EQ(Reading(empty, step).reader.state(), State::Complete) << step;
}

TEST(RequestReader, skips_line_ends_before_a_request) {
    EXPECT_EQ(Reading("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n").reader.state(), State::Complete);
}

TEST(RequestReader, understands_a_proxys_target) {
    EXPECT_EQ(Reading("GET http://example.org/x?y=1 HTTP/1.1\r\nHost: h\r\n\r\n").request.path, "/x");
    EXPECT_EQ(Reading("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").request.path, "*");
}

TEST(RequestReader, can_be_used_again) {
    Request request;
    RequestReader reader(1000);
    for (std::string_view path : {"/first", "/second"}) {
        reader.start(request);
        std::string text = "GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n\r\n";
        reader.read(text);
        reader.read("");
        EXPECT_EQ(reader.state(), State::Complete);
        EXPECT_EQ(request.path, path);
        EXPECT_EQ(request.headers.text(), "Host: h\r\n");
    }
}

struct Refused {
    std::string name;
    std::string request;
    int status;
};

class RequestReaderRefuses : public ::testing::TestWithParam<Refused> {};

TEST_P(RequestReaderRefuses, with_a_status) {
    EXPECT_EQ(Reading(GetParam().request).status(), GetParam().status);
    EXPECT_EQ(Reading(GetParam().request, 1).status(), GetParam().status) << "byte by byte";
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, RequestReaderRefuses,
    ::testing::Values(
        Refused{"no_http", "hello\r\n\r\n", 400},
        Refused{"tls_hello", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400},
        Refused{"bare_line_feeds", "GET / HTTP/1.1\nHost: h\r\n\r\n", 400},
        Refused{"http_2", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", 400},
        Refused{"no_host", "GET / HTTP/1.1\r\n\r\n", 400},
        Refused{"two_hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Refused{"space_before_colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400},
        Refused{"zero_in_header", std::string("GET / HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n", 35), 400},
        Refused{"no_path", "GET example.org HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"broken_escape", "GET /%g1 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"cut_escape", "GET /%1 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"zero_escape", "GET /?a=%00 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"not_utf8", "GET /%FF HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"negative_length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400},
        Refused{"two_lengths", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
        Refused{"length_and_chunked", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        Refused{"chunked_and_length", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400},
        Refused{"unknown_coding", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        Refused{"chunked_twice", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", 501},
        Refused{"chunked_in_http_1_0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501},
        Refused{"unknown_expectation", "POST / HTTP/1.1\r\nHost: h\r\nExpect: wonders\r\n\r\n", 417},
        Refused{"long_body", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n", 413},
        Refused{"endless_length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400},
        Refused{"long_chunks", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n60\r\n" + std::string(0x60, 'x') + "\r\n60\r\n" + std::string(0x60, 'x'), 413},
        Refused{"half_an_address", "GET http://[::1 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"no_host_in_address", "GET http:///x HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        Refused{"bad_chunk_size", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        Refused{"bad_chunk_end", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabcdefg\r\n", 400},
        Refused{"long_target", "GET /" + std::string(1000, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n", 431},
        Refused{"endless_target", "GET /" + std::string(2000, 'x'), 431},
        Refused{"long_header", "GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(1000, 'x') + "\r\n\r\n", 431},
        Refused{"many_headers", "GET / HTTP/1.1\r\nHost: h\r\n" + [] { std::string all; for (int i = 0; i < 300; ++i) all += "A: b\r\n"; return all; }() + "\r\n", 431}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace rapport::http
