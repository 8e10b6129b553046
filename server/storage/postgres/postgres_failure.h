#pragma once

#include <string_view>

#include "base/failure.h"

struct pg_result;

namespace rapport::storage {

/// What a failed statement means for the transaction it was part of.
enum class Trouble {
    None,           // nothing was sent
    Statement,      // the statement is wrong or refused; running the block again would end the same way
    Serialization,  // others changed the same data at the same time; running the block again helps
    StalePlan,      // tables changed since the statement was prepared; preparing it again helps
    Lost,           // the server is away, or the connection to it
};

Trouble trouble_of(const pg_result* result);

/// The error of a result in words of ours. `sql` is quoted for bugs; it never has values in it.
Failure postgres_failure(const pg_result* result, std::string_view sql);

}  // namespace rapport::storage
