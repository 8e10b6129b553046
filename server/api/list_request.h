#pragma once

#include <string>

#include "api/call.h"
#include "query/select.h"

namespace rapport::api {

constexpr std::int64_t default_limit = 50;
constexpr std::int64_t greatest_limit = 2000;

/// "name,amount,account.name" as terms; empty text is all fields.
void select_fields(query::Select& select, std::string_view fields);

/// `filter`, `sort`, `fields`, `cursor` of a list as a question about `object`.
query::Select read_list(const Call& call, const metadata::Object& object);

/// Runs a question with the caller's rights and answers a page of at most `limit`: {"records": […], "next": …}.
http::Response answer_list(Call& call, const query::Select& select, std::int64_t limit, query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

/// One record as JSON, with all fields or those named; Failure(NotFound) when the caller may not see it.
std::string record_json(Call& call, const metadata::Object& object, RecordId id, std::string_view fields = {},
                        query::Restricted::Trash trash = query::Restricted::Trash::Exclude);

}  // namespace rapport::api
