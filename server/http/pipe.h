#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace rapport::http {

/// A body that a thread of its own writes while it is being sent, such as an export: for Response::stream. The writer
/// waits while a megabyte is on its way, and ends when the reader is gone.
class Pipe {
public:
    using Write = std::function<void(const std::function<void(std::string_view)>& write)>;
    /// Begins at once. What `write` throws comes out of the read() that reaches that place.
    explicit Pipe(Write write);
    ~Pipe();

    /// Waits for the first bytes, or for the end. Throws what `write` threw before them.
    void wait();
    /// Appends what is there, waiting for it; answers false when that was the last.
    bool read(std::string& piece);

private:
    void put(std::string_view bytes);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::string waiting_;
    std::exception_ptr failure_;
    bool done_ = false;
    bool abandoned_ = false;
    std::jthread writer_;
};

}  // namespace rapport::http
