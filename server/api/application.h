#pragma once

#include <memory>

#include "api/services.h"
#include "http/message.h"
#include "http/server.h"

namespace rapport::api {

/// How many bytes a request may bring.
struct BodyLimits {
    std::size_t json = 64 << 20;
    std::size_t import = 512 << 20;  // a file of a million rows
    std::size_t file = 100 << 20;    // one that is kept
};

/// The doors: finds the route, names the actor, runs the route, turns failures into problem details.
class Application {
public:
    explicit Application(Services services, BodyLimits limits = {});
    ~Application();

    http::Where place(const http::Request& request) const;
    /// How many bytes of body that request may have.
    std::size_t body_limit(const http::Request& head) const;
    /// What takes the body of that request while it comes in; null for one whose body is kept in memory.
    std::shared_ptr<http::BodyReceiver> receiver(const http::Request& head);
    /// Answers everything below /api/v1, and /healthz, /readyz, /metrics. Never throws.
    http::Response handle(http::Request& request);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
    BodyLimits limits_;
};

}  // namespace rapport::api
