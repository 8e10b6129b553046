#include <gtest/gtest.h>

#include <atomic>

#include "http/testing/echo.h"
#include "http/testing/raw_client.h"
#include "http/testing/running_server.h"

namespace rapport::http {
namespace {

using testing::RawClient;
using testing::RunningServer;

/// Counts what it gets, and wants at most so many bytes.
class Counter final : public BodyReceiver {
public:
    Counter(std::size_t most, std::atomic<int>& alive) : most_(most), alive_(alive) { ++alive_; }
    ~Counter() override { --alive_; }
    bool take(std::string_view bytes) override {
        largest_piece = std::max(largest_piece, bytes.size());
        total += bytes.size();
        return total <= most_ && most_ > 0;
    }
    std::size_t total = 0;
    std::size_t largest_piece = 0;

private:
    std::size_t most_;
    std::atomic<int>& alive_;
};

class ServerReceivers : public ::testing::Test {
protected:
    static Application application(std::size_t most, std::atomic<int>& alive) {
        Application application = testing::echo();
        application.place = [](const Request&) { return Where::Worker; };
        application.body_limit = [](const Request&) { return std::size_t{10}; };
        application.receiver = [most, &alive](const Request& head) { return head.path == "/files" ? std::make_shared<Counter>(most, alive) : nullptr; };
        application.handle = [](Request& request) {
            auto counter = std::dynamic_pointer_cast<Counter>(request.receiver);
            if (!counter) return Response::text(200, "body " + request.body);
            return Response::text(200, std::to_string(counter->total) + (counter->largest_piece < (1 << 20) ? " in pieces" : " at once") + request.body);
        };
        return application;
    }

    std::atomic<int> alive = 0;
    RunningServer server{application(5 << 20, alive)};
    RawClient client{server.port()};
};

TEST_F(ServerReceivers, get_a_body_of_any_size_in_pieces) {
    client.send("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
    client.send(std::string(3'000'000, 'x'));
    EXPECT_EQ(client.read_answer()->body, "3000000 in pieces");
    EXPECT_EQ(client.ask("POST /other HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab")->body, "body ab");
    EXPECT_EQ(client.ask("POST /files HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")->body, "5 in pieces");
    EXPECT_EQ(client.ask("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")->body, "0 in pieces");
    EXPECT_EQ(client.get("/other")->body, "body ");
}

TEST_F(ServerReceivers, get_what_comes_byte_by_byte) {
    client.send("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    for (int i = 0; i < 1000; ++i) client.send("x");
    EXPECT_EQ(client.read_answer()->body, "1000 in pieces");
}

TEST_F(ServerReceivers, end_the_connection_when_they_have_enough) {
    client.send("POST /files HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "100000\r\n" + std::string(1 << 20, 'x') + "\r\n";
    for (int i = 0; i < 6; ++i) client.send_while_taken(chunk);
    auto answer = client.read_answer();
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->header("Connection"), "close");
}

TEST_F(ServerReceivers, that_want_nothing_answer_before_the_body_is_sent) {
    RunningServer unwilling{application(0, alive)};
    RawClient waiting(unwilling.port());
    auto answer = waiting.ask("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->header("Connection"), "close");
}

TEST_F(ServerReceivers, let_a_client_go_on_that_waits_for_leave) {
    client.send("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_TRUE(client.read_until("100 Continue\r\n\r\n"));
    EXPECT_EQ(client.ask("abc")->body, "3 in pieces");
}

TEST_F(ServerReceivers, go_with_a_client_that_goes) {
    client.send("POST /files HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + std::string(1'000'000, 'x'));
    client.abort();
    while (alive > 0) std::this_thread::yield();
    EXPECT_EQ(RawClient(server.port()).get("/other")->body, "body ");
}

TEST(ServerStreams, of_known_length_say_it_and_are_not_compressed) {
    Application application = testing::echo();
    application.handle = [](Request&) {
        Response response = Response::text(200, "");
        response.stream_length = 20'000;
        response.stream = [left = 2](std::string& piece) mutable {
            piece.assign(10'000, 'x');
            return --left > 0;
        };
        return response;
    };
    RunningServer server(application);
    RawClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        auto answer = client.get("/", "Accept-Encoding: gzip\r\n");
        EXPECT_EQ(answer->header("Content-Length"), "20000");
        EXPECT_EQ(answer->header("Transfer-Encoding"), "");
        EXPECT_EQ(answer->body, std::string(20'000, 'x'));
    }
    client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.read_answer(true)->header("Content-Length"), "20000");
}

}  // namespace
}  // namespace rapport::http
