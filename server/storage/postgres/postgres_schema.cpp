#include "storage/postgres/postgres_schema.h"

#include <libpq-fe.h>

namespace rapport::storage {
namespace {

/// To be raised with every change of `definitions`.
constexpr std::string_view definitions_version = "1";

// Accents count, case does not; "deterministic = false" is what lets different texts be equal.
constexpr std::string_view definitions = R"sql(
CREATE COLLATION IF NOT EXISTS rapport_text (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE TABLE IF NOT EXISTS storage_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- (2·|value · multiplier| + |divisor|) div (2·|divisor|) rounds half away from zero, and exactly.
CREATE OR REPLACE FUNCTION rapport_multiply_divide(value BIGINT, multiplier BIGINT, divisor BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN divisor <> 0 THEN
  CAST(sign(CAST(value AS numeric) * multiplier) * sign(CAST(divisor AS numeric))
       * div(abs(CAST(value AS numeric) * multiplier) * 2 + abs(CAST(divisor AS numeric)), abs(CAST(divisor AS numeric)) * 2) AS BIGINT)
END;

-- Runs of letters and digits; a tsvector holds a megabyte at most.
CREATE OR REPLACE FUNCTION rapport_search_words(words TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(string_to_array(
  regexp_replace(left(words, 200000) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g'), ' '), ''));
)sql";

std::string first_value(PostgresConnection& connection, std::string_view sql, std::span<const Value> parameters) {
    PostgresResult row = connection.run({}, sql, parameters, no_deadline);
    if (PQresultStatus(row.get()) != PGRES_SINGLE_TUPLE) return {};
    const std::string value = PQgetvalue(row.get(), 0, 0);
    while (row) row = connection.next_row();
    return value;
}

bool is_prepared(PostgresConnection& connection, const std::string& schema) {
    const std::array<Value, 1> table{Value(schema + ".storage_fact")};
    if (first_value(connection, "SELECT to_regclass(?1)", table).empty()) return false;
    return first_value(connection, "SELECT value FROM storage_fact WHERE name = 'definitions'", {}) == definitions_version;
}

}  // namespace

void prepare_schema(PostgresConnection& connection, const std::string& schema) {
    if (is_prepared(connection, schema)) return;
    // One node after the other; the lock goes with the connection if we do.
    connection.run_script("SELECT pg_advisory_lock(hashtext('rapport'), hashtext('" + schema + "'))");
    const std::array<Value, 1> name{Value(schema)};
    if (first_value(connection, "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ?1", name).empty())
        connection.run_script("CREATE SCHEMA \"" + schema + "\"");
    if (!is_prepared(connection, schema))
        connection.run_script("BEGIN;" + std::string(definitions) + "INSERT INTO storage_fact (name, value) VALUES ('definitions', '" +
                              std::string(definitions_version) + "') ON CONFLICT (name) DO UPDATE SET value = excluded.value; COMMIT");
    connection.run_script("SELECT pg_advisory_unlock(hashtext('rapport'), hashtext('" + schema + "'))");
}

}  // namespace rapport::storage
