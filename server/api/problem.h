#pragma once

#include <string>

#include "base/failure.h"
#include "base/json_writer.h"
#include "http/message.h"

namespace rapport::api {

/// The one table from kinds of failure to HTTP.
int status_of(const Failure& failure);

/// RFC 9457 problem details.
http::Response problem_response(const Failure& failure, const std::string& request_id);

/// The same as a JSON object inside an answer, for one row of a batch.
void write_problem(JsonWriter& out, const Failure& failure, const std::string& request_id);

}  // namespace rapport::api
