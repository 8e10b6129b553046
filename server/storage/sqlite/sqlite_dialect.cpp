#include "storage/sqlite/sqlite_dialect.h"

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::storage {
namespace {

class SqliteDialect final : public Dialect {
public:
    std::string_view name() const override { return "sqlite"; }

    std::string column_type(ColumnType type) const override {
        switch (type) {
            case ColumnType::Integer: return "INTEGER";
            case ColumnType::Real: return "REAL";
            case ColumnType::Text: return "TEXT";
            case ColumnType::FoldedText: return "TEXT COLLATE rapport_text";
        }
        return "TEXT";
    }

    std::string create_table(std::string_view table, std::string_view columns, std::int64_t first_id) const override {
        ensure(text::is_identifier(table), "a table has the bare name of an identifier");
        return fmt::format(
            "CREATE TABLE \"{0}\" (id INTEGER PRIMARY KEY AUTOINCREMENT{1}{2});"
            "INSERT INTO sqlite_sequence (name, seq) VALUES ('{0}', {3});",
            table, columns.empty() ? "" : ", ", columns, first_id - 1);
    }

    std::string table_exists(std::string_view parameter) const override {
        return fmt::format("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = {}", parameter);
    }

    // A write block has the database for itself from its first moment on.
    std::string lock_schema() const override { return {}; }
    std::string lock_records(std::string_view) const override { return {}; }
    std::string lock_writers(std::string_view) const override { return {}; }

    std::string write_slot() const override { return {}; }

    // One writes after the other, so ids are in the order of commits.
    std::string keep_commit_order(std::string_view) const override { return {}; }
    std::string committed_until_now(std::string_view table) const override {
        return fmt::format("(SELECT CAST(coalesce(max(id), 0) AS TEXT) FROM \"{}\")", table);
    }
    std::string committed_after(std::string_view parameter) const override { return fmt::format("id > CAST({} AS INTEGER)", parameter); }
    std::string skip_locked() const override { return {}; }

    std::string in_integers(std::string_view expression, std::string_view parameter) const override {
        return fmt::format("{} IN (SELECT value FROM json_each({}))", expression, parameter);
    }
    std::string in_texts(std::string_view expression, std::string_view parameter) const override {
        return in_integers(expression, parameter);
    }
    std::string like(std::string_view expression, std::string_view parameter) const override {
        return fmt::format("rapport_like({}, {})", parameter, expression);
    }
    std::string multiply_divide(std::string_view value, std::string_view multiplier, std::string_view divisor) const override {
        return fmt::format("rapport_multiply_divide({}, {}, {})", value, multiplier, divisor);
    }
    std::string sum(std::string_view expression) const override { return fmt::format("sum({})", expression); }
    std::string average(std::string_view expression) const override { return fmt::format("rapport_average({})", expression); }
    std::string date_part(std::string_view part, std::string_view days) const override {
        return fmt::format("rapport_date_part('{}', {})", part, days);
    }
    std::string without_index(std::string_view expression) const override { return fmt::format("+{}", expression); }

    // People type few letters and expect an answer at each: beginnings have an index of their own. Where in a text a term
    // stands is not kept, nor how many there are. The tokenizer folds nothing and cuts at blanks.
    std::string create_search_tables() const override {
        return "CREATE VIRTUAL TABLE search_text USING fts5(terms, prefix = '2 3 4 5', detail = none, columnsize = 0, "
               "tokenize = \"ascii tokenchars '=:+#'\");"
               "CREATE TABLE search_name (key TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID";
    }
    std::string create_terms_table(std::string_view table) const override {
        return fmt::format("CREATE VIRTUAL TABLE {} USING fts5(terms, detail = none, columnsize = 0, tokenize = ascii)", table);
    }
    // A statement for several rows could fail in the middle; before each such statement FTS5 writes what it has gathered.
    std::string put_terms(std::string_view table) const override { return fmt::format("INSERT OR REPLACE INTO {} (rowid, terms) VALUES (?1, ?2)", table); }
    std::string put_many_terms(std::string_view table) const override {
        return fmt::format("INSERT OR REPLACE INTO {} (rowid, terms) SELECT value ->> 0, value ->> 1 FROM json_each(?1)", table);
    }
    std::string remove_terms(std::string_view table) const override { return fmt::format("DELETE FROM {} WHERE rowid = ?1", table); }
    // No rank: it would have to look at every match before it could tell the best.
    std::string find_search_terms() const override { return find_terms("search_text"); }
    std::string find_terms(std::string_view table) const override {
        return fmt::format("SELECT rowid AS record_id FROM {0} WHERE {0} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4", table);
    }
    std::string read_terms(std::string_view table) const override { return fmt::format("SELECT rowid AS record_id, terms FROM {} WHERE rowid BETWEEN ?1 AND ?2", table); }
    std::string search_query(const SearchQuery& query) const override {
        return write_search_query(query, {"\"", "*", " AND ", " OR ", "\"\""});  // the empty text is in no record
    }
    std::size_t quick_beginning() const override { return 5; }
};

}  // namespace

const Dialect& sqlite_dialect() {
    static const SqliteDialect dialect;
    return dialect;
}

}  // namespace rapport::storage
