#pragma once

#include <string>

namespace rapport::http {

/// Names one request in the answer that tells of its failure, and in the log. Short enough to be read out.
std::string new_request_id();

}  // namespace rapport::http
