#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "http/channel.h"
#include "http/pipe.h"
#include "http/testing/echo.h"
#include "http/testing/raw_client.h"
#include "http/testing/running_server.h"

namespace rapport::http {
namespace {

using testing::RawClient;
using testing::RunningServer;

TEST(ServerStreams, streams_until_the_end) {
    Application application = testing::echo();
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

TEST(ServerStreams, cuts_a_stream_that_fails) {
    Application application = testing::echo();
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

TEST(ServerStreams, send_what_a_thread_writes_while_it_writes) {
    Application application = testing::echo();
    application.handle = [](Request&) {
        auto pipe = std::make_shared<Pipe>([](const auto& write) {
            for (int i = 0; i < 5; ++i) write(std::string(1 << 20, static_cast<char>('a' + i)));
        });
        Response response = Response::text(200, "");
        response.stream = [pipe](std::string& piece) { return pipe->read(piece); };
        return response;
    };
    RunningServer server(application);
    auto answer = RawClient(server.port()).get("/");
    ASSERT_EQ(answer->body.size(), 5u << 20);
    EXPECT_EQ(answer->body.back(), 'e');
}

TEST(Pipes, tell_the_reader_what_went_wrong_before_the_first_byte_or_after_it) {
    Pipe refused([](const auto&) { throw std::runtime_error("no such object"); });
    EXPECT_THROW(refused.wait(), std::runtime_error);
    Pipe broken([](const auto& write) {
        write("name\n");
        throw std::runtime_error("the database is away");
    });
    std::string text;
    EXPECT_NO_THROW(broken.wait());
    EXPECT_THROW(while (broken.read(text)) {}, std::runtime_error);
    EXPECT_EQ(text, "name\n");
}

TEST(Pipes, end_a_writer_whose_reader_is_gone) {
    bool ended = false;
    {
        Pipe pipe([&](const auto& write) {
            try {
                while (true) write(std::string(1 << 16, 'x'));
            } catch (...) {
                ended = true;
                throw;
            }
        });
        pipe.wait();
    }
    EXPECT_TRUE(ended);
}

TEST(ServerStreams, stops_a_stream_whose_client_has_gone) {
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
    Application application = testing::echo();
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

TEST(ServerStreams, carries_a_channel_until_it_closes) {
    auto channel = std::make_shared<Channel>();
    Application application = testing::echo();
    application.handle = [channel](Request&) {
        Response response = Response::text(200, "");
        response.channel = channel;
        return response;
    };
    RunningServer server(application);
    RawClient client(server.port());
    channel->send("before ");
    client.send("GET / HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip\r\n\r\n");
    EXPECT_TRUE(client.read_until("before "));
    channel->send("later ");
    EXPECT_TRUE(client.read_until("later "));
    channel->send("last ");
    channel->close();
    EXPECT_TRUE(client.read_until("last \r\n0\r\n\r\n"));
    EXPECT_EQ(client.read_to_end(), "");
    EXPECT_FALSE(channel->send("too late"));
}

TEST(ServerStreams, beats_the_heart_of_a_silent_channel) {
    auto channel = std::make_shared<Channel>(Channel::Heartbeat{.text = "beat", .interval = std::chrono::milliseconds(5)});
    Application application = testing::echo();
    application.handle = [channel](Request&) { return Response{.channel = channel}; };
    RunningServer server(application);
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(client.read_until("beat\r\n4\r\nbeat"));
}

TEST(ServerStreams, closes_a_channel_whose_client_has_gone) {
    auto channel = std::make_shared<Channel>();
    Application application = testing::echo();
    application.handle = [channel](Request&) { return Response{.channel = channel}; };
    RunningServer server(application);
    {
        RawClient client(server.port());
        channel->send("hello");
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        client.read_until("hello");
    }
    server.stop();
    server.join();  // returns only when the connection has ended
    EXPECT_FALSE(channel->is_open());
}

TEST(ServerStreams, closes_channels_when_it_stops) {
    auto channel = std::make_shared<Channel>();
    Application application = testing::echo();
    application.handle = [channel](Request&) { return Response{.channel = channel}; };
    RunningServer server(application);
    RawClient client(server.port());
    channel->send("hello");
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    client.read_until("hello");
    server.stop();
    EXPECT_EQ(client.read_to_end(), "\r\n0\r\n\r\n");
    server.join();
    EXPECT_FALSE(channel->is_open());
}

TEST(ServerStreams, compresses_text_for_those_who_take_it) {
    Application application = testing::echo();
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

TEST(ServerStreams, compresses_streams_of_text) {
    Application application = testing::echo();
    application.handle = [](Request&) {
        Response response = Response::text(200, "");
        response.stream = [left = 100](std::string& piece) mutable {
            piece.assign(10'000, ' ');
            return --left > 0;
        };
        return response;
    };
    RunningServer server(application);
    auto answer = RawClient(server.port()).get("/", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(answer->header("Content-Encoding"), "gzip");
    EXPECT_LT(answer->body.size(), 20'000u);
}

}  // namespace
}  // namespace rapport::http
