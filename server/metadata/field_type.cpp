#include "metadata/field_type.h"

#include "metadata/field_types/types.h"

namespace rapport::metadata {

Result<void> FieldType::configure(Field&, const Json&) const { return {}; }

Result<Value> FieldType::parse(std::string_view text, const Field& field) const { return read(Json(text), field); }

std::string FieldType::text(const Cell& stored, const Field&) const {
    if (stored.is_integer()) return std::to_string(stored.integer());
    return stored.is_text() ? std::string(stored.text()) : std::string();
}

const std::vector<const FieldType*>& field_types() {
    using namespace types;
    static const std::vector<const FieldType*> offered{
        &text_type(),           &long_text_type(), &rich_text_type(),     &checkbox_type(),           &picklist_type(),
        &multi_picklist_type(), &integer_type(),   &decimal_type(),       &currency_type(),           &percent_type(),
        &date_type(),           &datetime_type(),  &time_type(),          &duration_type(),           &email_type(),
        &phone_type(),          &url_type(),       &address_type(),       &geolocation_type(),        &multi_email_type(),
        &multi_phone_type(),    &lookup_type(),    &master_detail_type(), &polymorphic_lookup_type(), &file_type(),
        &auto_number_type(),    &formula_type(),   &roll_up_type(),       &encrypted_text_type(),
    };
    return offered;
}

const FieldType* find_field_type(std::string_view name) {
    for (const FieldType* type : field_types())
        if (type->name() == name) return type;
    for (const FieldType* internal : {&types::tags_type(), &types::id_type(), &types::latitude_type(), &types::longitude_type()})
        if (internal->name() == name) return internal;
    return nullptr;
}

}  // namespace rapport::metadata
