#include "storage/postgres/postgres_schema.h"

#include <libpq-fe.h>

namespace rapport::storage {
namespace {

/// To be raised with every change of `definitions`.
constexpr std::string_view definitions_version = "5";

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

CREATE OR REPLACE FUNCTION rapport_fitting(number NUMERIC) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN abs(number) <= 9223372036854775807 THEN CAST(number AS BIGINT) END;

CREATE OR REPLACE FUNCTION rapport_scaled(value BIGINT, multiplier BIGINT, divisor BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN divisor <> 0 THEN
  rapport_fitting(sign(CAST(value AS numeric) * multiplier) * sign(CAST(divisor AS numeric))
                  * div(abs(CAST(value AS numeric) * multiplier) * 2 + abs(CAST(divisor AS numeric)), abs(CAST(divisor AS numeric)) * 2))
END;

CREATE OR REPLACE FUNCTION rapport_sum(a BIGINT, b BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN rapport_fitting(CAST(a AS numeric) + b);

-- From the first to the last: nothing once a sum on the way does not fit.
CREATE OR REPLACE FUNCTION rapport_sum(VARIADIC numbers BIGINT[]) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT CASE WHEN count(number) = count(*) AND max(abs(running)) <= 9223372036854775807 THEN CAST(sum(number) AS BIGINT) END
        FROM (SELECT number, sum(number) OVER (ORDER BY place) AS running FROM unnest(numbers) WITH ORDINALITY AS terms(number, place)) sums);

CREATE OR REPLACE FUNCTION rapport_difference(a BIGINT, b BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN rapport_fitting(CAST(a AS numeric) - b);

CREATE OR REPLACE FUNCTION rapport_within(value BIGINT, lowest BIGINT, highest BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN value BETWEEN lowest AND highest THEN value END;

CREATE OR REPLACE FUNCTION rapport_upper(words TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN upper(words COLLATE "und-x-icu");

CREATE OR REPLACE FUNCTION rapport_lower(words TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN lower(words COLLATE "und-x-icu");

CREATE OR REPLACE FUNCTION rapport_decimal_text(units BIGINT, scale INTEGER) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CAST(trim_scale(CAST(units AS numeric) * CAST('1e-' || scale AS numeric)) AS TEXT);

-- The numbers that decimal::parse() in base reads; those beyond its range are none.
CREATE OR REPLACE FUNCTION rapport_parse_decimal(words TEXT, scale INTEGER) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN words COLLATE "C" ~ '^[-+]?([0-9]{1,30}([.][0-9]{0,30})?|[.][0-9]{1,30})([eE][-+]?[0-9]{1,2})?$'
  THEN CASE WHEN abs(CAST(words AS numeric) * CAST(10 AS numeric) ^ scale) < 9223372036854775807
    THEN CAST(round(CAST(words AS numeric) * CAST(10 AS numeric) ^ scale) AS BIGINT) END END;

CREATE OR REPLACE FUNCTION rapport_date_text(days BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_char(DATE '1970-01-01' + CAST(days AS INTEGER), 'YYYY-MM-DD');

CREATE OR REPLACE FUNCTION rapport_make_date(year BIGINT, month BIGINT, day BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN year BETWEEN 1 AND 9999 AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31
  THEN CASE WHEN EXTRACT(month FROM make_date(CAST(year AS INTEGER), CAST(month AS INTEGER), 1) + CAST(day AS INTEGER) - 1) = month
    THEN CAST(make_date(CAST(year AS INTEGER), CAST(month AS INTEGER), 1) + CAST(day AS INTEGER) - 1 - DATE '1970-01-01' AS BIGINT) END END;

CREATE OR REPLACE FUNCTION rapport_datetime_text(microseconds BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN rapport_date_text(CAST(floor(CAST(microseconds AS numeric) / 86400000000) AS BIGINT)) || 'T'
  || to_char(TIME '00:00' + make_interval(secs => mod(mod(microseconds, 86400000000) + 86400000000, 86400000000) / 1000000), 'HH24:MI:SS')
  || CASE WHEN mod(microseconds, 1000000) <> 0
       THEN '.' || lpad(CAST(mod(mod(microseconds, 1000000) + 1000000, 1000000) AS TEXT), 6, '0') ELSE '' END || 'Z';

-- A letter of no script for each block of 4,096 records, and one for each object. That two have the same is harmless and rare.
CREATE OR REPLACE FUNCTION rapport_search_block(id BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN chr(CAST(65536 + (((id >> 48) * 7919 + ((id & 281474976710655) >> 12)) & 1048575) AS INTEGER));

CREATE OR REPLACE FUNCTION rapport_search_object(id BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN chr(CAST(57344 + mod(id >> 48, 6400) AS INTEGER));

-- Each term behind the mark of the record's object, and behind that of its block. What PostgreSQL takes is bounded; so much only
-- the longest texts have.
CREATE OR REPLACE FUNCTION rapport_search_terms(id BIGINT, terms TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN array_to_tsvector(string_to_array(
  rapport_search_object(id) || replace(nullif(left(terms, 300000), ''), ' ', ' ' || rapport_search_object(id)) || ' ' ||
  rapport_search_block(id) || replace(CASE WHEN octet_length(terms) <= 300000 THEN terms ELSE left(terms, 50000) END, ' ', ' ' || rapport_search_block(id)), ' '));

DROP FUNCTION IF EXISTS rapport_search_words(TEXT);
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
