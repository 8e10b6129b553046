#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "http/input_buffer.h"
#include "http/server.h"
#include "http/socket_thread.h"

namespace rapport::http {

/// The bytes of one connection: what has come in, what has to go out, and how long either may take.
class Wire : public Watched {
public:
    Wire(Socket socket, SocketThread& thread, const ServerOptions& options);
    ~Wire() override;

    /// "192.0.2.1"; empty when the client has gone.
    std::string remote_address() const;
    Executor executor() { return socket_.get_executor(); }

    std::string_view input() const { return input_.view(); }
    void use_input(std::size_t count) { input_.consume(count); }

    enum class Received { Bytes, End, TooLate, NoRoom };
    /// Waits for bytes within a message that began at `since` and has had `moved_bytes` of body.
    Awaitable<Received> receive(Clock::time_point since, std::size_t moved_bytes);
    /// Waits for the first bytes of a message, for at most `patience`. It is End, too, when the server stops.
    Awaitable<Received> receive_first(std::chrono::milliseconds patience);

    /// What has to go out before the next wait.
    std::string& output() { return output_; }

    enum class Sent { All, Some, Failed };
    /// Writes the output, then `tail`, as much as the socket takes without waiting; shortens `tail` by what is gone.
    Sent send_now(std::string_view& tail);
    /// Writes the output, then `tail`. Answers false when the client is gone or too slow.
    Awaitable<bool> flush(std::string_view tail = {});

    /// Ends the sending side, then waits a moment for the client to end its own, throwing away what it still sends.
    Awaitable<void> linger();

    /// Calls `call`, once, when the client has sent something or gone, or the server stops.
    void when_disturbed(std::function<void()> call);

    void expire() override;
    void drain() override;
    void cut() override;

private:
    Awaitable<Received> receive_until(Clock::time_point latest);
    Clock::time_point latest(Clock::time_point since, std::size_t moved_bytes) const;

    Socket socket_;
    SocketThread& thread_;
    const ServerOptions& options_;
    InputBuffer input_;
    std::string output_;
    std::size_t output_begin_ = 0;  // what is before has gone out
    bool is_idle_ = false;
    bool expired_ = false;
    SocketThread::Place place_;
};

}  // namespace rapport::http
