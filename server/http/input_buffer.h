#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace rapport::http {

/// Bytes that came from a client and are not used yet. Doubles when a read has filled it, up to a limit.
class InputBuffer {
public:
    explicit InputBuffer(std::size_t limit) : limit_(limit) {}

    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }

    /// Where the next bytes go; empty when the limit is reached.
    std::span<char> room() {
        if (begin_ > 0 && end_ == bytes_.size()) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        if (was_filled_ || end_ == bytes_.size()) bytes_.resize(std::min(std::max(2 * bytes_.size(), first_size), limit_));
        return {bytes_.data() + end_, bytes_.size() - end_};
    }
    void commit(std::size_t count) {
        end_ += count;
        was_filled_ = end_ == bytes_.size();
    }

    void consume(std::size_t count) {
        begin_ += count;
        if (begin_ == end_) begin_ = end_ = 0;
    }

private:
    static constexpr std::size_t first_size = 4096;

    std::vector<char> bytes_;
    std::size_t limit_;
    bool was_filled_ = false;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace rapport::http
