#include "storage/sqlite/functions.h"

#include <sqlite3.h>

#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/failure.h"
#include "base/text.h"
#include "storage/sqlite/like_pattern.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

__extension__ using Wide = __int128;

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

bool any_null(int count, sqlite3_value** arguments) {
    for (int i = 0; i < count; ++i)
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL) return true;
    return false;
}

/// Exceptions may not cross SQLite; sqlite_failure() makes the Failure again from the text.
void fail(sqlite3_context* context, const Failure& failure) {
    const std::string text = failure.code() + " " + failure.what();
    sqlite3_result_error(context, text.c_str(), static_cast<int>(text.size()));
    sqlite3_result_error_code(context, SQLITE_CONSTRAINT_FUNCTION);
}

/// For what cannot be null: a function of SQL that answers null to any null, and turns a Failure into an error of SQLite.
template <auto function>
void strict(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(count, arguments)) return sqlite3_result_null(context);
    try {
        if constexpr (std::is_invocable_v<decltype(function), sqlite3_context*, int, sqlite3_value**>) {
            function(context, count, arguments);
        } else {
            function(context, arguments);
        }
    } catch (const Failure& failure) {
        fail(context, failure);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

void multiply_divide(sqlite3_context* context, sqlite3_value** arguments) {
    const std::int64_t divisor = sqlite3_value_int64(arguments[2]);
    if (divisor == 0) return sqlite3_result_null(context);
    sqlite3_result_int64(context, decimal::multiply_divide(sqlite3_value_int64(arguments[0]), sqlite3_value_int64(arguments[1]), divisor));
}

void set_number(sqlite3_context* context, std::optional<std::int64_t> number) {
    if (number) sqlite3_result_int64(context, *number);
}

void scaled(sqlite3_context* context, sqlite3_value** arguments) {
    set_number(context, decimal::scaled(sqlite3_value_int64(arguments[0]), sqlite3_value_int64(arguments[1]), sqlite3_value_int64(arguments[2])));
}

void sum(sqlite3_context* context, int count, sqlite3_value** arguments) {
    std::optional<std::int64_t> sum = 0;
    for (int i = 0; i < count && sum; ++i) sum = decimal::sum(*sum, sqlite3_value_int64(arguments[i]));
    set_number(context, sum);
}

void difference(sqlite3_context* context, sqlite3_value** arguments) {
    set_number(context, decimal::difference(sqlite3_value_int64(arguments[0]), sqlite3_value_int64(arguments[1])));
}

void within(sqlite3_context* context, sqlite3_value** arguments) {
    const std::int64_t number = sqlite3_value_int64(arguments[0]);
    if (number >= sqlite3_value_int64(arguments[1]) && number <= sqlite3_value_int64(arguments[2])) sqlite3_result_int64(context, number);
}

void date_part(sqlite3_context* context, sqlite3_value** arguments) {
    const std::string_view part = text_of(arguments[0]);
    const Date date(sqlite3_value_int64(arguments[1]));
    if (part == "year") return sqlite3_result_int(context, date.year());
    if (part == "quarter") return sqlite3_result_int(context, (date.month() + 2) / 3);
    if (part == "month") return sqlite3_result_int(context, date.month());
    if (part == "day") return sqlite3_result_int(context, date.day());
    sqlite3_result_int(context, date.weekday() % 7 + 1);
}

void set_text(sqlite3_context* context, const std::string& text) {
    sqlite3_result_text(context, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void upper(sqlite3_context* context, sqlite3_value** arguments) { set_text(context, text::upper(text_of(arguments[0]))); }
void lower(sqlite3_context* context, sqlite3_value** arguments) { set_text(context, text::lower(text_of(arguments[0]))); }

void decimal_text(sqlite3_context* context, sqlite3_value** arguments) {
    set_text(context, decimal::format(sqlite3_value_int64(arguments[0]), sqlite3_value_int(arguments[1])));
}

void parse_decimal(sqlite3_context* context, sqlite3_value** arguments) {
    auto units = decimal::parse(text_of(arguments[0]), sqlite3_value_int(arguments[1]), decimal::Rounding::HalfAway);
    if (units) set_number(context, *units);
}

void date_text(sqlite3_context* context, sqlite3_value** arguments) {
    set_text(context, Date(sqlite3_value_int64(arguments[0])).text());
}

void datetime_text(sqlite3_context* context, sqlite3_value** arguments) {
    set_text(context, DateTime(sqlite3_value_int64(arguments[0])).text());
}

void make_date(sqlite3_context* context, sqlite3_value** arguments) {
    auto within = [&](int i, std::int64_t last) {
        const std::int64_t number = sqlite3_value_int64(arguments[i]);
        return number >= 1 && number <= last;
    };
    if (!within(0, 9999) || !within(1, 12) || !within(2, 31)) return;
    const int month = sqlite3_value_int(arguments[1]);
    const Date date = Date::of(sqlite3_value_int(arguments[0]), month, 1).plus_days(sqlite3_value_int(arguments[2]) - 1);
    if (date.month() == month) sqlite3_result_int64(context, date.days());
}

void like(sqlite3_context* context, sqlite3_value** arguments) {
    auto* pattern = static_cast<LikePattern*>(sqlite3_get_auxdata(context, 0));
    const std::string_view text = text_of(arguments[1]);
    if (pattern) return sqlite3_result_int(context, pattern->matches(text));
    auto made = std::make_unique<LikePattern>(text_of(arguments[0]));
    sqlite3_result_int(context, made->matches(text));
    // Last, because SQLite may delete the pattern at once.
    sqlite3_set_auxdata(context, 0, made.release(), [](void* old) { delete static_cast<LikePattern*>(old); });
}

/// The memory of one average. SQLite gives it aligned to 8 bytes only, hence the two halves.
struct Average {
    std::uint64_t low;
    std::int64_t high;
    std::int64_t count;

    Wide sum() const { return static_cast<Wide>(high) << 64 | static_cast<Wide>(low); }
    void set_sum(Wide sum) {
        low = static_cast<std::uint64_t>(sum);
        high = static_cast<std::int64_t>(sum >> 64);
    }
};

void average_step(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    auto* average = static_cast<Average*>(sqlite3_aggregate_context(context, sizeof(Average)));
    if (!average) return sqlite3_result_error_nomem(context);
    average->set_sum(average->sum() + sqlite3_value_int64(arguments[0]));
    ++average->count;
}

void average_final(sqlite3_context* context) {
    const auto* average = static_cast<Average*>(sqlite3_aggregate_context(context, 0));
    if (!average || average->count == 0) return sqlite3_result_null(context);
    const Wide sum = average->sum();
    const Wide twice = (sum < 0 ? -sum : sum) * 2;
    const Wide magnitude = (twice + average->count) / (Wide(average->count) * 2);
    sqlite3_result_int64(context, static_cast<std::int64_t>(sum < 0 ? -magnitude : magnitude));
}

}  // namespace

void register_functions(sqlite3* connection) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    auto add = [&](const char* name, int arguments, auto* function, auto* step, auto* final) {
        const int code = sqlite3_create_function_v2(connection, name, arguments, flags, nullptr, function, step, final, nullptr);
        if (code != SQLITE_OK) throw sqlite_failure(connection, code);
    };
    using Function = void(sqlite3_context*, int, sqlite3_value**);
    using Final = void(sqlite3_context*);
    constexpr Function* no_function = nullptr;
    constexpr Final* no_final = nullptr;
    add("rapport_multiply_divide", 3, strict<multiply_divide>, no_function, no_final);
    add("rapport_scaled", 3, strict<scaled>, no_function, no_final);
    add("rapport_sum", -1, strict<sum>, no_function, no_final);
    add("rapport_difference", 2, strict<difference>, no_function, no_final);
    add("rapport_within", 3, strict<within>, no_function, no_final);
    add("rapport_date_part", 2, strict<date_part>, no_function, no_final);
    add("rapport_like", 2, strict<like>, no_function, no_final);
    add("rapport_upper", 1, strict<upper>, no_function, no_final);
    add("rapport_lower", 1, strict<lower>, no_function, no_final);
    add("rapport_decimal_text", 2, strict<decimal_text>, no_function, no_final);
    add("rapport_parse_decimal", 2, strict<parse_decimal>, no_function, no_final);
    add("rapport_date_text", 1, strict<date_text>, no_function, no_final);
    add("rapport_datetime_text", 1, strict<datetime_text>, no_function, no_final);
    add("rapport_make_date", 3, strict<make_date>, no_function, no_final);
    add("rapport_average", 1, no_function, average_step, average_final);
}

}  // namespace rapport::storage
