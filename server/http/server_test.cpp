#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/failure.h"
#include "http/testing/raw_client.h"
#include "http/testing/running_server.h"

namespace rapport::http {
namespace {

using testing::RawClient;
using testing::RunningServer;

/// Answers with what was asked. Paths that begin with /worker run on a worker.
Application echo() {
    Application application;
    application.place = [](const Request& request) { return request.path.starts_with("/worker") ? Where::Worker : Where::Inline; };
    application.handle = [](Request& request) {
        if (request.path.ends_with("/throw")) throw std::runtime_error("a bug");
        if (request.path.ends_with("/nothing")) return Response{.status = 204};
        return Response::text(200, std::string(method_name(request.method)) + " " + request.target + " " + request.body);
    };
    return application;
}

TEST(Server, answers_inline_and_from_a_worker) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_EQ(client.get("/a?b=c")->body, "GET /a?b=c ");
    auto answer = client.get("/worker");
    EXPECT_EQ(answer->body, "GET /worker ");
    EXPECT_EQ(answer->header("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(answer->header("Date").size(), std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size());
}

TEST(Server, tells_the_clients_address) {
    Application application = echo();
    application.handle = [](Request& request) { return Response::text(200, request.remote_address); };
    RunningServer server(application);
    EXPECT_EQ(RawClient(server.port()).get("/")->body, "127.0.0.1");
}

TEST(Server, keeps_the_connection_of_http_1_1_unless_told) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_FALSE(client.get("/")->headers.has("Connection"));
    EXPECT_EQ(client.get("/", "Connection: close\r\n")->header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, ends_the_connection_of_http_1_0_unless_told) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")->header("Connection"), "keep-alive");
    EXPECT_EQ(client.ask("GET / HTTP/1.0\r\n\r\n")->status, 200);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, answers_pipelined_requests_in_order) {
    RunningServer server(echo());
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
    RunningServer server(echo());
    RawClient client(server.port());
    auto answer = client.ask("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(answer->header("Content-Length"), std::to_string(std::string("HEAD /abc ").size()));
    EXPECT_EQ(client.get("/next")->body, "GET /next ");
}

TEST(Server, sends_no_length_where_there_is_no_body) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_FALSE(client.get("/nothing")->headers.has("Content-Length"));
    EXPECT_EQ(client.get("/next")->body, "GET /next ");
}

TEST(Server, reads_bodies_with_length_and_in_chunks) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")->body, "POST /p hello");
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")->body, "POST /p hello");
}

TEST(Server, takes_and_sends_large_bodies) {
    RunningServer server(echo());
    RawClient client(server.port());
    std::string body(5'000'000, 'x');
    client.send("POST /worker HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
    client.send(body);
    EXPECT_EQ(client.read_answer()->body, "POST /worker " + body);
}

TEST(Server, tells_a_client_that_waits_to_go_on) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")->status, 100);
    EXPECT_EQ(client.ask("hello")->body, "POST /p hello");
}

TEST(Server, refuses_a_body_over_the_limit_before_it_comes) {
    RunningServer server(echo(), {.body_limit = 10});
    RawClient client(server.port());
    auto answer = client.ask("POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    EXPECT_EQ(answer->status, 413);
    EXPECT_EQ(answer->header("Content-Type"), "application/problem+json");
    EXPECT_NE(answer->body.find("\"body_too_large\""), std::string::npos);
}

TEST(Server, lets_a_client_that_sends_too_much_read_why) {
    RunningServer server(echo(), {.body_limit = 10});
    RawClient client(server.port());
    client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 10000000\r\n\r\n");
    client.send_while_taken(std::string(1'000'000, 'x'));
    EXPECT_EQ(client.read_answer()->status, 413);
}

TEST(Server, asks_the_application_how_long_a_body_may_be) {
    Application application = echo();
    application.body_limit = [](const Request& head) { return head.path == "/import" ? 100 : 10; };
    RunningServer server(application);
    RawClient client(server.port());
    std::string rest = " HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n" + std::string(20, 'x');
    EXPECT_EQ(client.ask("POST /import" + rest)->status, 200);
    EXPECT_EQ(client.ask("POST /other" + rest)->status, 413);
}

TEST(Server, has_one_measure_for_all_bodies_together) {
    RunningServer server(echo(), {.body_memory = 100'000});
    RawClient client(server.port());
    client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n");
    client.send_while_taken(std::string(200'000, 'x'));
    EXPECT_EQ(client.read_answer()->status, 503);
    RawClient other(server.port());
    EXPECT_EQ(other.ask("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 90000\r\n\r\n" + std::string(90'000, 'x'))->status, 200);
}

TEST(Server, refuses_what_is_no_request_and_ends) {
    RunningServer server(echo());
    RawClient client(server.port());
    auto answer = client.ask("nonsense\r\n\r\n");
    EXPECT_EQ(answer->status, 400);
    EXPECT_EQ(answer->header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, answers_a_bug_with_500_and_goes_on) {
    RunningServer server(echo());
    RawClient client(server.port());
    EXPECT_EQ(client.get("/throw")->status, 500);
    EXPECT_EQ(client.get("/worker/throw")->status, 500);
    EXPECT_EQ(client.get("/next")->status, 200);
}

TEST(Server, gives_up_on_a_slow_head) {
    RunningServer server(echo(), {.request_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    auto answer = client.ask("GET / HTTP/1.1\r\nHos");
    EXPECT_EQ(answer->status, 408);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, gives_up_on_a_slow_body) {
    RunningServer server(echo(), {.request_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")->status, 408);
}

TEST(Server, ends_idle_connections_without_a_word) {
    RunningServer server(echo(), {.idle_timeout = std::chrono::milliseconds(50)});
    RawClient client(server.port());
    client.get("/");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, gives_up_on_a_client_that_does_not_read) {
    Application application = echo();
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

TEST(Server, turns_further_connections_away) {
    RunningServer server(echo(), {.max_connections = 1});
    RawClient first(server.port());
    first.get("/");
    RawClient second(server.port());
    auto answer = second.read_answer();
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(answer->header("Retry-After"), "60");
    EXPECT_EQ(first.get("/")->status, 200);
}

TEST(Server, refuses_a_port_in_use) {
    RunningServer server(echo());
    try {
        Server second({.port = server.port()}, echo());
        FAIL() << "two servers on one port";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
        EXPECT_EQ(failure.code(), "address_in_use");
        EXPECT_NE(std::string(failure.what()).find(std::to_string(server.port())), std::string::npos);
    }
}

TEST(Server, refuses_an_address_that_is_none) {
    EXPECT_THROW(Server({.address = "nowhere"}, echo()), Failure);
}

TEST(Server, can_listen_on_a_port_it_has_just_left) {
    std::uint16_t port = 0;
    {
        RunningServer server(echo());
        port = server.port();
        RawClient(port).get("/");
    }
    EXPECT_NO_THROW(Server({.port = port}, echo()));
}

TEST(Server, streams_until_the_end) {
    Application application = echo();
    application.handle = [](Request&) {
        Response response = Response::text(200, "");
        response.stream = [left = 3](std::string& piece) mutable {
            piece = "piece" + std::to_string(left) + " ";
            return --left > 0;
        };
        return response;
    };
    RunningServer server(application);
    RawClient client(server.port());
    auto answer = client.get("/");
    EXPECT_EQ(answer->header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(answer->body, "piece3 piece2 piece1 ");
    EXPECT_EQ(client.get("/", "Connection: close\r\n")->body, "piece3 piece2 piece1 ");
    EXPECT_EQ(RawClient(server.port()).ask("GET / HTTP/1.0\r\n\r\n")->body, "piece3 piece2 piece1 ");
}

TEST(Server, cuts_a_stream_that_fails) {
    Application application = echo();
    application.handle = [](Request&) {
        Response response = Response::text(200, "");
        response.stream = [left = 2](std::string& piece) mutable -> bool {
            piece = "piece";
            return --left > 0 ? true : throw std::runtime_error("the database is away");
        };
        return response;
    };
    RunningServer server(application);
    EXPECT_EQ(RawClient(server.port()).get("/"), std::nullopt);
}

TEST(Server, stops_a_stream_whose_client_has_gone) {
    struct Watch {
        std::mutex mutex;
        std::condition_variable ended;
        bool has_ended = false;
    };
    /// Tells when the stream is thrown away.
    struct Sentinel {
        explicit Sentinel(std::shared_ptr<Watch> w) : watch(std::move(w)) {}
        ~Sentinel() {
            std::lock_guard lock(watch->mutex);
            watch->has_ended = true;
            watch->ended.notify_all();
        }
        std::shared_ptr<Watch> watch;
    };
    auto watch = std::make_shared<Watch>();
    Application application = echo();
    application.handle = [watch](Request&) {
        Response response = Response::text(200, "");
        response.stream = [sentinel = std::make_shared<Sentinel>(watch)](std::string& piece) {
            piece.assign(10'000, 'x');
            return true;
        };
        return response;
    };
    RunningServer server(application);
    {
        RawClient client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        client.read_until("xxx");
        client.abort();
    }
    std::unique_lock lock(watch->mutex);
    EXPECT_TRUE(watch->ended.wait_for(lock, std::chrono::seconds(10), [&] { return watch->has_ended; }));
}

TEST(Server, finishes_running_requests_when_it_stops) {
    std::mutex gate;
    std::unique_lock closed(gate);
    std::atomic<bool> entered = false;
    Application application = echo();
    application.handle = [&](Request&) {
        entered = true;
        entered.notify_all();
        std::lock_guard wait(gate);
        return Response::text(200, "done");
    };
    RunningServer server(application, {.socket_threads = 1});
    RawClient client(server.port());
    RawClient idle(server.port());
    client.send("GET /worker HTTP/1.1\r\nHost: h\r\n\r\n");
    entered.wait(false);
    server.stop();
    EXPECT_EQ(idle.read_to_end(), "");
    closed.unlock();
    auto answer = client.read_answer();
    EXPECT_EQ(answer->body, "done");
    EXPECT_EQ(answer->header("Connection"), "close");
    EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST(Server, compresses_text_for_those_who_take_it) {
    Application application = echo();
    application.handle = [](Request& request) { return Response::json(200, request.path == "/worker/small" ? "{}" : std::string(5000, ' ')); };
    RunningServer server(application);
    RawClient client(server.port());
    auto answer = client.get("/worker", "Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(answer->header("Content-Encoding"), "gzip");
    EXPECT_EQ(answer->header("Vary"), "Accept-Encoding");
    EXPECT_LT(answer->body.size(), 200u);
    EXPECT_EQ(client.get("/worker", "Accept-Encoding: br, gzip;q=0\r\n")->header("Content-Encoding"), "br");
    EXPECT_EQ(client.get("/worker")->body.size(), 5000u);
    EXPECT_EQ(client.get("/worker/small", "Accept-Encoding: gzip\r\n")->body, "{}");
    EXPECT_EQ(client.get("/inline", "Accept-Encoding: gzip\r\n")->body.size(), 5000u);
}

}  // namespace
}  // namespace rapport::http
