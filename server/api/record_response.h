#pragma once

#include "api/list_request.h"

namespace rapport::api {

/// A record with its version as the entity tag.
http::Response record_response(int status, std::string json);

/// The record as it was saved. It is saved even when the caller may not see it any more, having given it away, or when the
/// database has gone away since: then its id. A refusal would be taken for "not saved", and people would save it twice.
http::Response saved_response(int status, Call& call, const metadata::Object& object, RecordId id);

}  // namespace rapport::api
