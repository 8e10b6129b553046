#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"
#include "storage/postgres/postgres_database.h"

struct pg_conn;

namespace rapport::storage {

/// How to reach the server: a URL that was understood, and what may be said of it in messages.
class PostgresSettings {
public:
    /// Throws Failure(Invalid, "invalid_database_url").
    explicit PostgresSettings(const PostgresOptions& options);

    const std::string& url() const { return url_; }
    const std::string& schema() const { return schema_; }
    /// "the database server at host:port, because …", never with the password.
    Failure unreachable(std::string_view reason) const;

private:
    std::string url_;
    std::string schema_;
    std::string place_;
    std::string password_;
};

}  // namespace rapport::storage
