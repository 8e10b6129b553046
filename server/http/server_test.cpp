#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <stdexcept>

#include "base/failure.h"
#include "http/testing/echo.h"
#include "http/testing/raw_client.h"
#include "http/testing/running_server.h"

namespace rapport::http {
namespace {

using testing::RawClient;
using testing::RunningServer;

TEST(Server, answers_inline_and_from_a_worker) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_EQ(client.get("/a?b=c")->body, "GET /a?b=c ");
    auto answer = client.get("/worker");
    EXPECT_EQ(answer->body, "GET /worker ");
    EXPECT_EQ(answer->header("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(answer->header("Date").size(), std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size());
}

TEST(Server, tells_the_clients_address) {
    Application application = testing::echo();
    application.handle = [](Request& request) { return Response::text(200, request.remote_address); };
    RunningServer server(application);
    EXPECT_EQ(RawClient(server.port()).get("/")->body, "127.0.0.1");
}

TEST(Server, believes_only_a_proxy_about_addresses) {
    Application application = testing::echo();
    application.handle = [](Request& request) { return Response::text(200, request.remote_address); };
    std::string_view forwarded = "X-Forwarded-For: 203.0.113.9, 192.0.2.1\r\n";
    RunningServer open(application);
    EXPECT_EQ(RawClient(open.port()).get("/", forwarded)->body, "127.0.0.1");
    RunningServer hidden(application, {.behind_proxy = true});
    RawClient proxy(hidden.port());
    EXPECT_EQ(proxy.get("/", forwarded)->body, "192.0.2.1");
    EXPECT_EQ(proxy.get("/")->body, "127.0.0.1");
}

TEST(Server, keeps_the_connection_of_http_1_1_unless_told) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_FALSE(client.get("/")->headers.has("Connection"));
    EXPECT_EQ(client.get("/", "Connection: close\r\n")->header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, ends_the_connection_of_http_1_0_unless_told) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->header("Connection"), "keep-alive");
    EXPECT_EQ(client.ask("GET / HTTP/1.0\r\n\r\n")->status, 200);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, answers_pipelined_requests_in_order) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    std::string requests;
    for (int i = 0; i < 100; ++i) {
        requests += (i % 7 == 0 ? "GET /worker/" : "GET /") + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
    client.send(requests);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(client.read_answer()->body, (i % 7 == 0 ? "GET /worker/" : "GET /") + std::to_string(i) + " ");
    }
}

TEST(Server, answers_HEAD_with_the_length_alone) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    auto answer = client.ask("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(answer->header("Content-Length"), std::to_string(std::string("HEAD /abc ").size()));
    EXPECT_EQ(client.get("/next")->body, "GET /next ");
}

TEST(Server, sends_no_length_where_there_is_no_body) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_FALSE(client.get("/nothing")->headers.has("Content-Length"));
    EXPECT_EQ(client.get("/next")->body, "GET /next ");
}

TEST(Server, reads_bodies_with_length_and_in_chunks) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")->body, "POST /p hello");
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")->body, "POST /p hello");
}

TEST(Server, takes_and_sends_large_bodies) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    std::string body(5'000'000, 'x');
    client.send("POST /worker HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
    client.send(body);
    EXPECT_EQ(client.read_answer()->body, "POST /worker " + body);
}

TEST(Server, answers_a_bug_with_500_and_goes_on) {
    RunningServer server(testing::echo());
    RawClient client(server.port());
    EXPECT_EQ(client.get("/throw")->status, 500);
    EXPECT_EQ(client.get("/worker/throw")->status, 500);
    EXPECT_EQ(client.get("/next")->status, 200);
}

TEST(Server, refuses_a_port_in_use) {
    RunningServer server(testing::echo());
    try {
        Server second({.port = server.port()}, testing::echo());
        FAIL() << "two servers on one port";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
        EXPECT_EQ(failure.code(), "address_in_use");
        EXPECT_NE(std::string(failure.what()).find(std::to_string(server.port())), std::string::npos);
    }
}

TEST(Server, refuses_an_address_that_is_none) {
    EXPECT_THROW(Server({.address = "nowhere"}, testing::echo()), Failure);
}

TEST(Server, can_listen_on_a_port_it_has_just_left) {
    std::uint16_t port = 0;
    {
        RunningServer server(testing::echo());
        port = server.port();
        RawClient(port).get("/");
    }
    EXPECT_NO_THROW(Server({.port = port}, testing::echo()));
}

/// Holds each request on its worker until it is let go.
struct Gate {
    Application application() {
        Application held = testing::echo();
        held.handle = [this](Request&) {
            entered = true;
            entered.notify_all();
            std::lock_guard wait(mutex);
            return Response::text(200, "done");
        };
        return held;
    }

    std::mutex mutex;
    std::unique_lock<std::mutex> closed{mutex};
    std::atomic<bool> entered = false;
};

TEST(Server, finishes_running_requests_when_it_stops) {
    Gate gate;
    RunningServer server(gate.application(), {.socket_threads = 1});
    RawClient client(server.port());
    RawClient idle(server.port());
    client.send("GET /worker HTTP/1.1\r\nHost: h\r\n\r\n");
    gate.entered.wait(false);
    server.stop();
    EXPECT_EQ(idle.read_to_end(), "");
    gate.closed.unlock();
    auto answer = client.read_answer();
    EXPECT_EQ(answer->body, "done");
    EXPECT_EQ(answer->header("Connection"), "close");
    EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST(Server, cuts_requests_that_take_too_long_when_it_stops) {
    Gate gate;
    RunningServer server(gate.application(), {.stop_timeout = std::chrono::milliseconds(10)});
    RawClient client(server.port());
    client.send("GET /worker HTTP/1.1\r\nHost: h\r\n\r\n");
    gate.entered.wait(false);
    server.stop();
    EXPECT_EQ(client.read_to_end(), "");
    gate.closed.unlock();
    server.join();
}

}  // namespace
}  // namespace rapport::http
