#include "app/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace rapport::app {

Progress::Progress(std::string label, std::int64_t total) : label_(std::move(label)), total_(total), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { finish(); }

void Progress::set(std::int64_t done, std::int64_t total) {
    done_ = done;
    total_ = total;
    constexpr auto interval = std::chrono::milliseconds(100);
    auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now - last_drawn_ < interval) return;
    last_drawn_ = now;
    draw();
}

void Progress::draw() {
    constexpr std::int64_t width = 30;
    std::cerr << "\r" << label_ << " ";
    if (total_ > 0) {
        auto filled = std::clamp<std::int64_t>(done_ * width / total_, 0, width);
        std::cerr << "[" << std::string(static_cast<std::size_t>(filled), '=') << std::string(static_cast<std::size_t>(width - filled), ' ') << "] " << done_ * 100 / total_ << " %";
    } else {
        std::cerr << done_;
    }
    std::cerr << std::flush;
    drawn_ = true;
}

void Progress::finish() {
    if (drawn_) std::cerr << "\r" << std::string(label_.size() + 45, ' ') << "\r" << std::flush;
    drawn_ = false;
}

}  // namespace rapport::app
