#include "http/channel.h"

namespace rapport::http {
namespace {

constexpr std::size_t farthest_behind = 1 << 20;

}  // namespace

bool Channel::send(std::string_view text) {
    std::lock_guard lock(mutex_);
    if (!open_) return false;
    bool fits = waiting_.size() + text.size() <= farthest_behind;
    if (fits) waiting_ += text;
    open_ = fits;
    wake();
    return fits;
}

void Channel::close() {
    std::lock_guard lock(mutex_);
    open_ = false;
    wake();
}

bool Channel::is_open() const {
    std::lock_guard lock(mutex_);
    return open_;
}

void Channel::connect(std::function<void()> wake) {
    std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void Channel::disconnect() {
    std::lock_guard lock(mutex_);
    open_ = false;
    wake_ = nullptr;
    waiting_.clear();
}

bool Channel::take(std::string& text) {
    std::lock_guard lock(mutex_);
    text += waiting_;
    waiting_.clear();
    return open_;
}

/// Under the lock: once disconnect() has returned, the connection will not be called any more.
void Channel::wake() {
    if (wake_) wake_();
}

}  // namespace rapport::http
