#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/search_query.h"

namespace rapport::storage {

enum class ColumnType { Integer, Real, Text, FoldedText };  // FoldedText compares by the rules of people: case does not count

/// The spellings in which the engines differ. Statements are otherwise the same text for both; parameters are ?1, ?2, …
/// Both engines know the collation "C" (by bytes) and these functions, which answer null to null:
/// rapport_upper(text), rapport_lower(text) in any script; rapport_decimal_text(units, scale) and its inverse
/// rapport_parse_decimal(text, scale), null for what is no number; rapport_date_text(days), rapport_datetime_text(microseconds);
/// rapport_make_date(year, month, day), null when there is no such day; for what people compute rapport_sum(a, b, …),
/// rapport_difference(a, b) and rapport_scaled(value, multiplier, divisor), which is multiply_divide(), all null when the
/// result is beyond ±(2^63 - 1); rapport_within(value, least, most), null when it is not.
class Dialect {
public:
    virtual ~Dialect() = default;

    virtual std::string_view name() const = 0;  // "sqlite", "postgres"
    virtual std::string column_type(ColumnType type) const = 0;
    /// A number that tells apart the writers that work at the same time, as an expression for the default of a column;
    /// empty where there is only one.
    virtual std::string write_slot() const = 0;
    /// The statements that make a table with a column `id`. Ids come from the engine, count up from `first_id` and are
    /// never used again. `table` is the bare name, quoted here; `columns` are the other columns, separated by commas.
    virtual std::string create_table(std::string_view table, std::string_view columns, std::int64_t first_id) const = 0;

    /// A query with one row when a table of the name bound to `parameter` is there, and none otherwise.
    virtual std::string table_exists(std::string_view parameter) const = 0;
    /// A statement that, run first in a write block, keeps other processes from changing tables until the block ends.
    virtual std::string lock_schema() const = 0;
    /// The same for who changes what stands in the columns of a table: keeps records from being written until the block ends,
    /// and that table from being read. Fails soon as Failure(Unavailable, "database_busy") while somebody reads it for long.
    virtual std::string lock_records(std::string_view table) const = 0;
    /// The same for who writes many rows of a table that others write, too: they wait, and do not collide with it. It can be read.
    virtual std::string lock_writers(std::string_view table) const = 0;

    /// Statements that let the rows of a table of create_table() be read in the order in which they were committed: where
    /// many write at once, a smaller id may be committed later. Rows are never changed, and deleted oldest first.
    virtual std::string keep_commit_order(std::string_view table) const = 0;
    /// A text, as an expression, for the rows of such a table that the session sees; and a condition for those that a session
    /// which had the text in `parameter` did not see.
    virtual std::string committed_until_now(std::string_view table) const = 0;
    virtual std::string committed_after(std::string_view parameter) const = 0;
    /// Stands after a SELECT of rows that the block goes on to change, and leaves out those that another block has taken.
    virtual std::string skip_locked() const = 0;

    /// True when `expression` is one of the integers or texts in the JSON array bound to `parameter`.
    virtual std::string in_integers(std::string_view expression, std::string_view parameter) const = 0;
    virtual std::string in_texts(std::string_view expression, std::string_view parameter) const = 0;
    /// SQL LIKE without regard to case in any script; escape character is backslash. A pattern that ends in a lone
    /// backslash fails the statement as Failure(Invalid, "invalid_pattern") once a text matches up to there.
    virtual std::string like(std::string_view expression, std::string_view parameter) const = 0;
    /// value * multiplier / divisor on integers, exact inside, rounded half away from zero; null when the divisor is 0.
    /// A result beyond 64 bits fails the statement as Failure(Invalid, "out_of_range"), and so does a sum().
    virtual std::string multiply_divide(std::string_view value, std::string_view multiplier, std::string_view divisor) const = 0;
    /// sum(), avg() of scaled integers as a 64-bit integer at the same scale; avg rounds half away from zero.
    virtual std::string sum(std::string_view expression) const = 0;
    virtual std::string average(std::string_view expression) const = 0;
    /// Parts of a day (an integer column of days): "year", "quarter", "month", "day", "weekday" (1 is Sunday, as SOQL counts).
    virtual std::string date_part(std::string_view part, std::string_view days) const = 0;
    /// The engine's hint that an index on `expression` is not wanted here; the expression itself where there is none.
    virtual std::string without_index(std::string_view expression) const = 0;

    /// Statements that make the table of the terms by which records are found, and the one of the names in which mistyped
    /// words are looked for: pairs of key and name, of which many may be alike.
    virtual std::string create_search_tables() const = 0;
    /// A statement that makes such a table of terms in which only whole ones are looked for.
    virtual std::string create_terms_table(std::string_view table) const = 0;
    /// Replaces the terms (with a blank between two) of one record: ?1 is its id, ?2 the terms.
    virtual std::string put_terms(std::string_view table) const = 0;
    /// Those of many: ?1 is a JSON array of [record id, terms].
    virtual std::string put_many_terms(std::string_view table) const = 0;
    virtual std::string remove_terms(std::string_view table) const = 0;
    /// `SELECT record_id` of the records from id ?2 to id ?3 that match ?1 (from `search_query`), the newest first, at most ?4.
    virtual std::string find_search_terms() const = 0;
    /// The same of a table of create_terms_table().
    virtual std::string find_terms(std::string_view table) const = 0;
    /// `SELECT record_id, terms` (with a blank between two, in any order) of the records from id ?1 to id ?2.
    virtual std::string read_terms(std::string_view table) const = 0;
    virtual std::string search_query(const SearchQuery& query) const = 0;
    /// Beginnings of up to so many characters are found without looking at all records that have them.
    virtual std::size_t quick_beginning() const = 0;
};

}  // namespace rapport::storage
