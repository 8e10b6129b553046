#include "storage/postgres/postgres_settings.h"

#include <libpq-fe.h>

#include <memory>

#include "base/text.h"

namespace rapport::storage {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    if (what.empty()) return text;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

}  // namespace

PostgresSettings::PostgresSettings(const PostgresOptions& options) : url_(options.url), schema_(options.schema) {
    // What libpq says of a URL that it cannot read can quote the password, so it is not passed on.
    const Failure invalid(FailureKind::Invalid, "invalid_database_url",
                          "The database URL cannot be read. Write it as postgresql://user:password@host:5432/name, with "
                          "% and two hexadecimal digits for special characters in the password.");
    const bool has_scheme = url_.starts_with("postgresql://") || url_.starts_with("postgres://");
    const std::unique_ptr<PQconninfoOption, FreeOptions> parsed(has_scheme ? PQconninfoParse(url_.c_str(), nullptr) : nullptr);
    if (!parsed) throw invalid;
    if (!text::is_identifier(schema_))
        throw Failure(FailureKind::Invalid, "invalid_database_schema",
                      "\"" + schema_ + "\" cannot name a database schema. Use a letter first, then letters, digits and underscores, all lower case.");
    std::string host = "localhost";
    std::string port = "5432";
    for (const PQconninfoOption* option = parsed.get(); option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        if (!option->val) continue;
        if (keyword == "host") host = option->val;
        if (keyword == "port") port = option->val;
        if (keyword == "password") password_ = option->val;
    }
    place_ = host + ":" + port;
}

Failure PostgresSettings::unreachable(std::string_view reason) const {
    return Failure(FailureKind::Unavailable, "database_unreachable",
                   "The database server at " + place_ + " cannot be used: " +
                       replaced(std::string(text::trim(reason)), password_, "***") +
                       ". Look whether it runs, and whether the database URL is right.");
}

}  // namespace rapport::storage
