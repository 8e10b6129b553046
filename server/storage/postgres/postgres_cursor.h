#pragma once

#include <deque>

#include "storage/postgres/postgres_session.h"

namespace rapport::storage {

class PostgresCursor final : public Cursor {
public:
    PostgresCursor(PostgresSession& session, PostgresResult first);
    ~PostgresCursor() override;
    bool next() override;
    Cell cell(int column) const override;

    /// Takes the rows that are still on their way into memory, so that the connection is free.
    void keep_rest();

private:
    void detach();

    PostgresSession& session_;
    PostgresResult row_;
    std::deque<PostgresResult> kept_;
};

}  // namespace rapport::storage
