#include "storage/sqlite/collation.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unicode/ucol.h>

#include <string_view>

#include "base/failure.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

UCollator* open_collator() {
    UErrorCode status = U_ZERO_ERROR;
    UCollator* collator = ucol_open("", &status);
    ensure(U_SUCCESS(status), "ICU has the collation of the root locale");
    ucol_setStrength(collator, UCOL_SECONDARY);
    return collator;
}

int compare(void* collator, int left_size, const void* left, int right_size, const void* right) {
    UErrorCode status = U_ZERO_ERROR;
    return ucol_strcollUTF8(static_cast<const UCollator*>(collator), static_cast<const char*>(left), left_size,
                            static_cast<const char*>(right), right_size, &status);
}

/// "C" is what PostgreSQL calls the order of bytes, so that one text says it on both engines.
int compare_bytes(void*, int left_size, const void* left, int right_size, const void* right) {
    return std::string_view(static_cast<const char*>(left), static_cast<std::size_t>(left_size))
        .compare(std::string_view(static_cast<const char*>(right), static_cast<std::size_t>(right_size)));
}

void close_collator(void* collator) { ucol_close(static_cast<UCollator*>(collator)); }

}  // namespace

void register_collation(sqlite3* connection) {
    const int bytes_code = sqlite3_create_collation_v2(connection, "C", SQLITE_UTF8, nullptr, compare_bytes, nullptr);
    if (bytes_code != SQLITE_OK) throw sqlite_failure(connection, bytes_code);
    UCollator* collator = open_collator();
    const int code = sqlite3_create_collation_v2(connection, "rapport_text", SQLITE_UTF8, collator, compare, close_collator);
    if (code == SQLITE_OK) return;
    close_collator(collator);  // SQLite does so by itself for functions, but not for collations
    throw sqlite_failure(connection, code);
}

std::string collation_version() {
    UVersionInfo rules;
    UVersionInfo unicode;
    UCollator* collator = open_collator();
    ucol_getVersion(collator, rules);
    ucol_getUCAVersion(collator, unicode);
    close_collator(collator);
    return fmt::format("{}.{}.{}.{}-{}.{}", rules[0], rules[1], rules[2], rules[3], unicode[0], unicode[1]);
}

}  // namespace rapport::storage
