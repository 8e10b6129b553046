#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rapport::app {

/// A progress bar on standard error, when that is a terminal; nothing otherwise, so that scripts stay readable.
class Progress {
public:
    /// `total` 0: how much there is to do is not known.
    Progress(std::string label, std::int64_t total);
    ~Progress();

    void advance(std::int64_t by) { set(done_ + by, total_); }
    void set(std::int64_t done, std::int64_t total);
    void finish();

private:
    void draw();

    std::string label_;
    std::int64_t done_ = 0;
    std::int64_t total_;
    bool terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace rapport::app
