#pragma once

#include "api/route.h"

namespace rapport::api {

/// Makes the table; one of the migrations.
void create_idempotency_table(storage::Session& session);

/// For a request that bears an Idempotency-Key: carries it out when it comes for the first time, and answers the same when
/// it comes again. What changes records is noted in the transaction that changes them.
/// Throws Failure(Invalid, "idempotency_key_reused") when the same key came with another request, Failure(Conflict,
/// "request_in_flight") while the first one is under way, and ("outcome_unknown") when nobody will know how it ended.
http::Response answer_once(Call& call, const Route& route);

/// Forgets what was answered before that moment.
std::int64_t forget_answers(storage::Database& database, DateTime before);

}  // namespace rapport::api
