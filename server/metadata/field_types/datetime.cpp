#include "base/calendar.h"
#include "metadata/field_types/basic_type.h"
#include "metadata/field_types/written_date.h"

namespace rapport::metadata::types {
namespace {

/// A moment, to the microsecond, in UTC.
class DateTimeType final : public BasicType {
public:
    DateTimeType() : BasicType("datetime", Shape::DateTime, storage::ColumnType::Integer) {}

    Result<Value> read(const Json& value, const Field& field) const override {
        if (!value.is_string()) return wrong_type(field, value, "a moment such as \"2026-11-21T09:30:00Z\"");
        if (value.string().empty()) return Value();
        auto moment = DateTime::parse(value.string());
        if (!moment)
            return refuse(field, "invalid_datetime",
                          quoted(value.string()) + " is not a moment: write it as 2026-11-21T09:30:00Z, with its zone.");
        return within_calendar(*moment, value.string(), field);
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        auto moment = parse_written_datetime(text);
        if (!moment) return refuse(field, moment.error());
        return within_calendar(*moment, text, field);
    }

    void write(JsonWriter& out, const Cell& stored, const Field& field) const override {
        if (stored.is_null()) out.null();
        else out.string(text(stored, field));
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : DateTime(stored.integer()).text();
    }

private:
    /// A zone can carry the first and the last day of the calendar out of it.
    static Result<Value> within_calendar(DateTime moment, std::string_view written, const Field& field) {
        static const std::int64_t begin = Date::of(1, 1, 1).days() * DateTime::day;
        static const std::int64_t end = Date::of(9999, 12, 31).plus_days(1).days() * DateTime::day;
        if (moment.microseconds() < begin || moment.microseconds() >= end)
            return refuse(field, "invalid_datetime", quoted(written) + " is outside of the years 1 to 9999.");
        return Value(moment.microseconds());
    }
};

}  // namespace

const FieldType& datetime_type() {
    static const DateTimeType type;
    return type;
}

}  // namespace rapport::metadata::types
