#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::http {

/// A body that the application writes as things happen, such as server-sent events. The application keeps it, gives it
/// to a Response, and sends from any thread; no thread waits for the client. Safe to use from any thread.
class Channel {
public:
    /// What is sent after a while of silence, so that proxies keep the connection and a client that has gone is noticed.
    struct Heartbeat {
        std::string text = ":\n\n";  // a comment of server-sent events
        std::chrono::milliseconds interval{20'000};
    };
    explicit Channel(Heartbeat heartbeat) : heartbeat_(std::move(heartbeat)) {}
    Channel() : Channel(Heartbeat{}) {}

    /// Answers false when the client has gone or is more than a megabyte behind; the channel is closed then.
    bool send(std::string_view text);
    /// Ends the body, after what was sent so far.
    void close();
    bool is_open() const;

    // For the connection that carries it.

    const Heartbeat& heartbeat() const { return heartbeat_; }
    /// From now on `wake` is called when there is something to take, until disconnect(). It must not block.
    void connect(std::function<void()> wake);
    void disconnect();
    /// Moves what waits into `text`; answers false when nothing more will come.
    bool take(std::string& text);

private:
    void wake();

    const Heartbeat heartbeat_;
    mutable std::mutex mutex_;
    std::string waiting_;
    bool open_ = true;
    std::function<void()> wake_;
};

}  // namespace rapport::http
