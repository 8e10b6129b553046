#include "storage/postgres/postgres_failure.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace rapport::storage {
namespace {

std::string_view field(const pg_result* result, int code) {
    const char* text = PQresultErrorField(result, code);
    return text ? text : "";
}

/// "Key (name, code)=(…) already exists." names columns; an index on an expression has only its own name to give.
std::vector<std::string> broken_names(const pg_result* result) {
    const std::string constraint(field(result, PG_DIAG_CONSTRAINT_NAME));
    const std::string_view detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    const auto begin = detail.find('(');
    const auto end = detail.find(")=(");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {constraint};
    std::vector<std::string> names;
    std::string_view rest = detail.substr(begin + 1, end - begin - 1);
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        std::string_view name = rest.substr(0, comma);
        if (name.starts_with('"') && name.ends_with('"')) name = name.substr(1, name.size() - 2);
        if (!text::is_identifier(name)) return {constraint};
        names.emplace_back(name);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    return names;
}

Failure duplicate_value(const pg_result* result) {
    const std::vector<std::string> names = broken_names(result);
    std::vector<Problem> problems;
    for (const std::string& name : names)
        problems.push_back({name, "duplicate_value", "Another record has this value already."});
    return Failure(FailureKind::Conflict, "duplicate_value",
                   fmt::format("Another record has the same value in {} already, and it must be unique. Choose another.",
                               fmt::join(names, ", ")),
                   std::move(problems));
}

struct Meaning {
    std::string_view state;  // SQLSTATE, or how it begins
    FailureKind kind;
    const char* code;
    const char* message;
};

constexpr std::array meanings{
    Meaning{"08P01", FailureKind::Internal, "sql_error", "A statement gets as many parameters as it names."},
    Meaning{"57014", FailureKind::Unavailable, "deadline_exceeded",
            "The question took longer than it may. Narrow it down and try again."},
    Meaning{"57P", FailureKind::Unavailable, "database_unreachable", "The database server is starting or stopping. Try again in a moment."},
    Meaning{"08", FailureKind::Unavailable, "database_unreachable", "The connection to the database server broke. Try again in a moment."},
    Meaning{"40", FailureKind::Unavailable, "database_busy",
            "Others kept changing the same data at the same time, so nothing was saved. Try again."},
    Meaning{"53100", FailureKind::Unavailable, "disk_full",
            "The disk that holds the database is full, so nothing was saved. Make room on it and try again."},
    Meaning{"53200", FailureKind::Unavailable, "out_of_memory", "The database server has no memory left for this. Try again later."},
    Meaning{"53", FailureKind::Unavailable, "database_busy",
            "The database server has too much to do, or too many connections. Try again in a moment."},
    Meaning{"55P03", FailureKind::Unavailable, "database_busy", "Another process kept the data locked for too long. Try again."},
    Meaning{"58", FailureKind::Unavailable, "storage_error",
            "The database server cannot read or write its files. Look after its disk, then try again."},
    Meaning{"42501", FailureKind::Unavailable, "database_forbidden",
            "The database user may not do this. Make it the owner of the schema that holds Rapport's tables."},
    Meaning{"XX001", FailureKind::Unavailable, "database_damaged", "The database is damaged. Restore it from a backup."},
    Meaning{"XX002", FailureKind::Unavailable, "database_damaged", "An index of the database is damaged. Build it again with REINDEX."},
    Meaning{"22003", FailureKind::Invalid, "out_of_range", "The result is beyond the range of numbers here."},
    Meaning{"22025", FailureKind::Invalid, "invalid_pattern",
            "The pattern ends in a backslash, which needs a character after it. Write two backslashes to mean one."},
    Meaning{"54", FailureKind::TooLarge, "too_large", "The value is larger than the database can hold."},
};

/// Only messages about names and syntax are quoted: others can have people's data in them.
std::string reason(std::string_view state, const pg_result* result) {
    if (state.starts_with("42") || state.starts_with("25")) return std::string(field(result, PG_DIAG_MESSAGE_PRIMARY));
    return fmt::format("SQLSTATE {}", state);
}

}  // namespace

Trouble trouble_of(const pg_result* result) {
    const std::string_view state = field(result, PG_DIAG_SQLSTATE);
    if (state == "40001" || state == "40P01") return Trouble::Serialization;
    if (state == "08P01") return Trouble::Statement;
    if (state.starts_with("57P") || state.starts_with("08")) return Trouble::Lost;
    // The text is for people, but this state is used for hardly anything else, and preparing again never hurts.
    if (state == "0A000" && field(result, PG_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery") return Trouble::StalePlan;
    return Trouble::Statement;
}

Failure postgres_failure(const pg_result* result, std::string_view sql) {
    if (PQresultStatus(result) == PGRES_EMPTY_QUERY)
        return Failure(FailureKind::Internal, "sql_error", "One statement was expected, not none.");
    const std::string_view state = field(result, PG_DIAG_SQLSTATE);
    if (state == "23505") return duplicate_value(result);
    for (const Meaning& meaning : meanings)
        if (state.starts_with(meaning.state)) return Failure(meaning.kind, meaning.code, meaning.message);
    if (trouble_of(result) == Trouble::StalePlan)
        return Failure(FailureKind::Internal, "stale_plan", "The tables have changed since the database prepared a statement; it is prepared anew when it comes again.");
    const bool is_missing = state == "42703" || state == "42P01";  // column, table
    return Failure(FailureKind::Internal, is_missing ? "schema_mismatch" : "sql_error",
                   fmt::format("The database refuses a statement: {} (in: {})", reason(state, result), sql.substr(0, 500)));
}

}  // namespace rapport::storage
