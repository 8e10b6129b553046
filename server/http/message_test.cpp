#include "http/message.h"

#include <gtest/gtest.h>

#include "http/response_head.h"
#include "http/target.h"

namespace rapport::http {
namespace {

TEST(Headers, are_found_in_any_case) {
    Headers headers;
    headers.add("Content-Type", "text/csv");
    headers.add("X-Empty", "");
    EXPECT_EQ(headers.find("content-type"), "text/csv");
    EXPECT_EQ(headers.find("x-empty"), "");
    EXPECT_EQ(headers.find("Content"), std::nullopt);
}

TEST(Headers, replace_all_of_a_name) {
    Headers headers;
    headers.add("A", "1");
    headers.add("B", "2");
    headers.add("a", "3");
    headers.set("A", "4");
    EXPECT_EQ(headers.text(), "B: 2\r\nA: 4\r\n");
}

TEST(Headers, do_not_let_a_value_add_a_header) {
    Headers headers;
    headers.add("Location", "/x\r\nSet-Cookie: stolen");
    EXPECT_EQ(headers.text(), "Location: /x  Set-Cookie: stolen\r\n");
}

TEST(Request, finds_cookies_by_their_whole_name) {
    Request request;
    request.headers.add("Cookie", "xsid=1; sid=2;sid2=3; empty=");
    EXPECT_EQ(request.cookie("sid"), "2");
    EXPECT_EQ(request.cookie("sid2"), "3");
    EXPECT_EQ(request.cookie("empty"), "");
    EXPECT_EQ(request.cookie("id"), std::nullopt);
}

TEST(Response, tells_a_problem_as_RFC_9457_wants) {
    Response response = Response::problem(404, "not_found", "There is no \"x\".");
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    EXPECT_TRUE(response.body.starts_with(R"({"type":"about:blank","title":"Not Found","status":404,"code":"not_found","detail":"There is no \"x\".","request_id":")")) << response.body;
}

TEST(ResponseHead, writes_dates_as_HTTP_does) { EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT"); }

TEST(Target, percent_coding_comes_back) {
    std::string text = "a b/ü?&=%+~";
    EXPECT_EQ(percent_encode(text), "a%20b%2F%C3%BC%3F%26%3D%25%2B~");
    EXPECT_EQ(percent_decode(percent_encode(text)), text);
    EXPECT_EQ(percent_decode("%4"), std::nullopt);
    EXPECT_EQ(percent_decode("a%"), std::nullopt);
}

}  // namespace
}  // namespace rapport::http
