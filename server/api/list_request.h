#pragma once

#include <string>

#include "api/call.h"
#include "query/select.h"

namespace rapport::api {

constexpr std::int64_t default_limit = 50;
constexpr std::int64_t greatest_limit = 2000;

/// "name,amount,account.name" as terms; empty text is all fields.
void select_fields(query::Select& select, std::string_view fields);

/// A page of at most `limit`: {"records": […], "next": …}.
http::Response answer_page(Call& call, const query::Statement& statement, std::int64_t limit);

/// The records of an object, by the request's `fields`, `filter`, `sort`, `cursor` and `limit`.
http::Response answer_list(Call& call, const metadata::Object& object, query::Restricted::Trash trash);

/// One record as JSON, with all fields or those named; Failure(NotFound) when the caller may not see it.
std::string record_json(Call& call, const metadata::Object& object, RecordId id, std::string_view fields = {},
                        query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

}  // namespace rapport::api
