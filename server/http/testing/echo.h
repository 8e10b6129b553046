#pragma once

#include <stdexcept>
#include <string>

#include "http/server.h"

namespace rapport::http::testing {

/// Answers with what was asked. Paths that begin with /worker run on a worker.
inline Application echo() {
    Application application;
    application.place = [](const Request& request) { return request.path.starts_with("/worker") ? Where::Worker : Where::Inline; };
    application.handle = [](Request& request) {
        if (request.path.ends_with("/throw")) throw std::runtime_error("a bug");
        if (request.path.ends_with("/nothing")) return Response{.status = 204};
        return Response::text(200, std::string(method_name(request.method)) + " " + request.target + " " + request.body);
    };
    return application;
}

}  // namespace rapport::http::testing
