#include "base/calendar.h"
#include "metadata/field_types/basic_type.h"
#include "metadata/field_types/written_date.h"

namespace rapport::metadata::types {
namespace {

/// A day, without time or zone.
class DateType final : public BasicType {
public:
    DateType() : BasicType("date", Shape::Date, storage::ColumnType::Integer) {}

    Result<Value> read(const Json& value, const Field& field) const override {
        if (!value.is_string()) return wrong_type(field, value, "a day such as \"2026-11-21\"");
        if (value.string().empty()) return Value();
        auto date = Date::parse(value.string());
        if (!date) return refuse(field, "invalid_date", quoted(value.string()) + " is not a date: write it as 2026-11-21.");
        return Value(date->days());
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        auto date = parse_written_date(text);
        if (date) return Value(date->days());
        // Spreadsheets write a day as the moment at which it begins.
        auto moment = parse_written_datetime(text);
        bool begins_a_day = moment && moment->microseconds() % DateTime::day == 0;
        if (begins_a_day) return Value(moment->microseconds() / DateTime::day);
        return refuse(field, date.error());
    }

    void write(JsonWriter& out, const Cell& stored, const Field& field) const override {
        if (stored.is_null()) out.null();
        else out.string(text(stored, field));
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : Date(stored.integer()).text();
    }
};

}  // namespace

const FieldType& date_type() {
    static const DateType type;
    return type;
}

}  // namespace rapport::metadata::types
