#pragma once

#include "metadata/field_type.h"

/// One function for each type; each is defined in the file of that name. field_type.cpp lists them.
namespace rapport::metadata::types {

const FieldType& text_type();
const FieldType& long_text_type();
const FieldType& rich_text_type();
const FieldType& email_type();
const FieldType& phone_type();
const FieldType& url_type();
const FieldType& picklist_type();
const FieldType& multi_picklist_type();
const FieldType& checkbox_type();
const FieldType& integer_type();
const FieldType& decimal_type();
const FieldType& currency_type();
const FieldType& percent_type();
const FieldType& date_type();
const FieldType& datetime_type();
const FieldType& time_type();
const FieldType& duration_type();
const FieldType& lookup_type();
const FieldType& master_detail_type();
const FieldType& polymorphic_lookup_type();
const FieldType& address_type();
const FieldType& geolocation_type();
const FieldType& auto_number_type();
const FieldType& formula_type();
const FieldType& roll_up_type();
const FieldType& file_type();
const FieldType& encrypted_text_type();
const FieldType& multi_email_type();
const FieldType& multi_phone_type();

/// Those of a record, of which it has one field.
const FieldType& tags_type();
/// A record's own id.
const FieldType& id_type();
/// The components of a geolocation, in degrees.
const FieldType& latitude_type();
const FieldType& longitude_type();

}  // namespace rapport::metadata::types
