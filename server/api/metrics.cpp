#include "api/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace rapport::api {
namespace {

/// Bytes of memory that the process holds, as the kernel counts them.
double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::int64_t total = 0;
    std::int64_t resident = 0;
    file >> total >> resident;
    return static_cast<double>(resident * sysconf(_SC_PAGESIZE));
}

}  // namespace

class Metrics::Implementation {
public:
    Implementation()
        : responses_(prometheus::BuildCounter().Name("rapport_http_responses_total").Help("Answers by class of status").Register(registry_)),
          duration_(prometheus::BuildHistogram().Name("rapport_http_duration_seconds").Help("Time to make an answer").Register(registry_).Add(
              {}, prometheus::Histogram::BucketBoundaries{0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5})),
          memory_(prometheus::BuildGauge().Name("rapport_resident_bytes").Help("Memory in use").Register(registry_).Add({})) {
        constexpr std::array classes{"1xx", "2xx", "3xx", "4xx", "5xx"};
        for (std::size_t i = 0; i < classes.size(); ++i) by_class_[i] = &responses_.Add({{"status", classes[i]}});
    }

    void count(int status, std::chrono::nanoseconds duration) {
        auto index = static_cast<std::size_t>(std::clamp(status / 100 - 1, 0, 4));
        by_class_[index]->Increment();
        duration_.Observe(std::chrono::duration<double>(duration).count());
    }

    http::Response response() const {
        memory_.Set(resident_bytes());
        std::ostringstream text;
        prometheus::TextSerializer().Serialize(text, registry_.Collect());
        auto response = http::Response::text(200, text.str());
        response.headers.clear();
        response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        return response;
    }

private:
    prometheus::Registry registry_;
    prometheus::Family<prometheus::Counter>& responses_;
    prometheus::Histogram& duration_;
    prometheus::Gauge& memory_;
    std::array<prometheus::Counter*, 5> by_class_{};
};

Metrics::Metrics() : implementation_(std::make_unique<Implementation>()) {}
Metrics::~Metrics() = default;
void Metrics::count(int status, std::chrono::nanoseconds duration) { implementation_->count(status, duration); }
http::Response Metrics::response() const { return implementation_->response(); }

}  // namespace rapport::api
