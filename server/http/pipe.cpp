#include "http/pipe.h"

#include "base/failure.h"

namespace rapport::http {
namespace {

constexpr std::size_t most_waiting = 1 << 20;

}  // namespace

Pipe::Pipe(Write write)
    : writer_([this, write = std::move(write)] {
          std::exception_ptr failure;
          try {
              write([this](std::string_view bytes) { put(bytes); });
          } catch (...) {
              failure = std::current_exception();
          }
          std::lock_guard lock(mutex_);
          failure_ = failure;
          done_ = true;
          changed_.notify_all();
      }) {}

Pipe::~Pipe() {
    std::lock_guard lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
}

void Pipe::put(std::string_view bytes) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < most_waiting || abandoned_; });
    if (abandoned_) throw Failure(FailureKind::Unavailable, "client_gone", "The client went away before it had everything.");
    waiting_.append(bytes);
    changed_.notify_all();
}

void Pipe::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || done_; });
    if (waiting_.empty() && failure_) std::rethrow_exception(failure_);
}

bool Pipe::read(std::string& piece) {
    wait();
    std::lock_guard lock(mutex_);
    piece.append(waiting_);
    waiting_.clear();
    changed_.notify_all();
    return !done_ || failure_;
}

}  // namespace rapport::http
