#pragma once

#include <chrono>
#include <memory>

#include "http/message.h"

namespace rapport::api {

/// Counts what the server answers, for Prometheus to read. Safe to use from any thread.
class Metrics {
public:
    Metrics();
    ~Metrics();
    void count(int status, std::chrono::nanoseconds duration);
    /// The text exposition format.
    http::Response response() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace rapport::api
