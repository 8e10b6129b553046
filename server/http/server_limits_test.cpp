#include <gtest/gtest.h>

#include <memory>

#include "http/testing/echo.h"
#include "http/testing/raw_client.h"
#include "http/testing/running_server.h"

namespace rapport::http {
namespace {

using testing::RawClient;
using testing::RunningServer;

TEST(ServerLimits, tells_a_client_that_waits_to_go_on) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")->status, 100);
    EXPECT_EQ(client.ask("hello")->body, "POST /p hello");
}

TEST(ServerLimits, refuses_a_body_over_the_limit_before_it_comes) {
    RunningServer server(testing::echo(), {.body_limit = 10});
    RawClient client(server.port());
    auto answer = client.ask("POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    EXPECT_EQ(answer->status, 413);
    EXPECT_EQ(answer->header("Content-Type"), "application/problem+json");
    EXPECT_NE(answer->body.find("\"body_too_large\""), std::string::npos);
}

TEST(ServerLimits, lets_a_client_that_sends_too_much_read_why) {
    RunningServer server(testing::echo(), {.body_limit = 10});
    RawClient client(server.port());
    client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 10000000\r\n\r\n");
    client.send_while_taken(std::string(1'000'000, 'x'));
    EXPECT_EQ(client.read_answer()->status, 413);
}

TEST(ServerLimits, asks_the_application_how_long_a_body_may_be) {
    Application application = testing::echo();
    application.body_limit = [](const Request& head) { return head.path == "/import" ? 100 : 10; };
    RunningServer server(application);
    RawClient client(server.port());
    std::string rest = " HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n" + std::string(20, 'x');
    EXPECT_EQ(client.ask("POST /import" + rest)->status, 200);
    EXPECT_EQ(client.ask("POST /other" + rest)->status, 413);
}

TEST(ServerLimits, has_one_measure_for_all_bodies_together) {
    RunningServer server(testing::echo(), {.body_memory = 100'000});
    RawClient client(server.port());
    client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n");
    client.send_while_taken(std::string(200'000, 'x'));
    EXPECT_EQ(client.read_answer()->status, 503);
    RawClient other(server.port());
    EXPECT_EQ(other.ask("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 90000\r\n\r\n" + std::string(90'000, 'x'))->status, 200);
}

TEST(ServerLimits, refuses_what_is_no_request_and_ends) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    auto answer = client.ask("nonsense\r\n\r\n");
    EXPECT_EQ(answer->status, 400);
    EXPECT_EQ(answer->header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(ServerLimits, gives_up_on_a_slow_head) {
    RunningServer server(testing::echo(), {.request_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    auto answer = client.ask("GET / HTTP/1.1\r\nHos");
    EXPECT_EQ(answer->status, 408);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(ServerLimits, gives_up_on_a_slow_body) {
    RunningServer server(testing::echo(), {.request_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")->status, 408);
}

TEST(ServerLimits, ends_idle_connections_without_a_word) {
    RunningServer server(testing::echo(), {.idle_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    client.get("/");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(ServerLimits, gives_up_on_a_client_that_does_not_read) {
    Application application = testing::echo();
    auto huge = std::make_shared<const std::string>(64 << 20, 'x');
    application.handle = [huge](Request&) { return Response{.shared_body = huge}; };
    RunningServer server(application, {.request_timeout = std::chrono::milliseconds(50), .slowest_rate = 1 << 30, .stop_timeout = std::chrono::hours(1)});
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    client.read_until("HTTP/1.1 200 OK");
    server.stop();
    server.join();  // returns only when the connection has been given up
    EXPECT_LT(client.read_to_end().size(), huge->size());
}

TEST(ServerLimits, turns_further_connections_away) {
    RunningServer server(testing::echo(), {.max_connections = 1});
    RawClient first(server.port());
    first.get("/");
    RawClient second(server.port());
    auto answer = second.read_answer();
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(answer->header("Retry-After"), "60");
    EXPECT_EQ(first.get("/")->status, 200);
}

}  // namespace
}  // namespace rapport::http
