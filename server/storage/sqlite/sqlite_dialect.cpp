#include "storage/sqlite/sqlite_dialect.h"

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"
#include "storage/search_words.h"

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

    // People type few letters and expect an answer at each: beginnings of up to four have an index of their own.
    std::string create_search_table() const override {
        return "CREATE VIRTUAL TABLE search_text USING fts5(words, prefix = '1 2 3 4', "
               "tokenize = 'unicode61 remove_diacritics 0')";
    }
    std::string put_search_text() const override { return "INSERT OR REPLACE INTO search_text (rowid, words) VALUES (?1, ?2)"; }
    std::string remove_search_text() const override { return "DELETE FROM search_text WHERE rowid = ?1"; }
    // No rank: it would have to look at every match before it could tell the best. Whole words come first, which is
    // cheap, and when they fill the answer, the beginnings of words (dear where they are common) are never looked for.
    std::string find_search_text() const override {
        constexpr std::string_view matches =
            "SELECT record_id FROM (SELECT rowid AS record_id FROM search_text WHERE search_text MATCH {} "
            "AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4)";
        return fmt::format("{} UNION ALL {} LIMIT ?4", fmt::format(matches, "replace(?1, '*', '')"),
                           fmt::format(matches, "'(' || ?1 || ') NOT (' || replace(?1, '*', '') || ')'"));
    }
    std::string search_query(std::string_view folded_words) const override {
        std::string query;
        for (const std::string& word : search_words(folded_words)) query += "\"" + word + "\"* ";
        return query.empty() ? "\"\"" : query;  // FTS5 has no empty query, but the empty text is in no record
    }
};

}  // namespace

const Dialect& sqlite_dialect() {
    static const SqliteDialect dialect;
    return dialect;
}

}  // namespace rapport::storage
