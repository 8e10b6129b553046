#include "base/calendar.h"
#include "metadata/field_types/basic_type.h"
#include "metadata/field_types/written_date.h"

namespace rapport::metadata::types {
namespace {

/// A time of day, without day or zone.
class Time final : public BasicType {
public:
    Time() : BasicType("time", Shape::Time, storage::ColumnType::Integer) {}

    Result<Value> read(const Json& value, const Field& field) const override {
        if (!value.is_string()) return wrong_type(field, value, "a time of day such as \"09:30\"");
        if (value.string().empty()) return Value();
        auto time = parse_time_of_day(value.string());
        if (!time) return refuse(field, "invalid_time", quoted(value.string()) + " is not a time of day: write it as 09:30.");
        return Value(*time);
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        auto time = parse_written_time(text);
        if (!time) return refuse(field, time.error());
        return Value(*time);
    }

    void write(JsonWriter& out, const Cell& stored, const Field& field) const override {
        if (stored.is_null()) out.null();
        else out.string(text(stored, field));
    }

    std::string text(const Cell& stored, const Field&) const override {
        std::string out;
        if (!stored.is_null()) append_time_of_day(out, stored.integer());
        return out;
    }
};

}  // namespace

const FieldType& time_type() {
    static const Time type;
    return type;
}

}  // namespace rapport::metadata::types
