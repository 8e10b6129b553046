#include <fmt/format.h>

#include <charconv>

#include "base/decimal.h"
#include "metadata/field_types/compound_like.h"
#include "metadata/field_types/written_number.h"

namespace rapport::metadata::types {
namespace {

/// One coordinate in degrees: the only value that is binary floating point, because no one sums it up.
class Coordinate final : public BasicType {
public:
    Coordinate(std::string_view name, double limit) : BasicType(name, Shape::Real, storage::ColumnType::Real), limit_(limit) {}

    Result<Value> read(const Json& value, const Field& field) const override {
        if (value.is_number()) return accept(value.digits(), field);
        if (!value.is_string()) return wrong_type(field, value, "a number of degrees");
        if (value.string().empty()) return Value();
        return accept(value.string(), field);
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        auto digits = plain_number(text, decimal::max_scale);
        if (!digits) return refuse(field, digits.error());
        return accept(*digits, field);
    }

    void write(JsonWriter& out, const Cell& stored, const Field&) const override {
        if (stored.is_null()) out.null();
        else out.real(degrees(stored));
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : fmt::format("{}", degrees(stored));
    }

    std::string search_text(const Cell&, const Field&) const override { return {}; }

private:
    /// An engine may hand a whole number back as an integer.
    static double degrees(const Cell& stored) { return stored.is_integer() ? static_cast<double>(stored.integer()) : stored.real(); }

    Result<Value> accept(std::string_view digits, const Field& field) const {
        double number = 0;
        // Words such as "nan" are numbers to the machine only.
        bool plain = digits.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (!plain || error == std::errc::invalid_argument || end != digits.data() + digits.size())
            return refuse(field, "invalid_number", fmt::format("{} is not a number of degrees: write it as 52.52.", quoted(digits)));
        if (error != std::errc() || !(number >= -limit_ && number <= limit_))
            return refuse(field, "out_of_range", fmt::format("{} must be from {} to {} degrees.", title(field), -limit_, limit_));
        return Value(number);
    }

    double limit_;
};

/// A point on the earth (WGS 84).
class Geolocation final : public CompoundLike {
public:
    Geolocation() : CompoundLike("geolocation") {}

    std::vector<Component> components() const override {
        return {{"latitude", "Latitude", &latitude_type(), Json(Json::Members{})},
                {"longitude", "Longitude", &longitude_type(), Json(Json::Members{})}};
    }
};

}  // namespace

const FieldType& latitude_type() {
    static const Coordinate type("latitude", 90);
    return type;
}

const FieldType& longitude_type() {
    static const Coordinate type("longitude", 180);
    return type;
}

const FieldType& geolocation_type() {
    static const Geolocation type;
    return type;
}

}  // namespace rapport::metadata::types
