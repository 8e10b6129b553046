#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "documents/vcard/property.h"

namespace rapport::documents::vcard {

/// What of a card becomes a cell, in the order of the columns; named so that a person and a mapping know what is meant.
enum class Column : std::size_t {
    Uid, Prefix, FirstName, MiddleName, LastName, Suffix, Nickname, Organization, Department, JobTitle, Email, MoreEmails, Phone,
    Mobile, MorePhones, Website, LinkedIn, Street, City, State, PostalCode, Country, OtherStreet, OtherCity, OtherState,
    OtherPostalCode, OtherCountry, Birthday, Categories, Notes, Name, Count
};
constexpr std::size_t column_count = static_cast<std::size_t>(Column::Count);
std::string_view name_of(Column column);

using Cells = std::array<std::string, column_count>;

/// The cells of a card with those properties. Of two preferred telephones and the like the first one counts; what has no
/// column (pictures, keys, time zones) is left out.
Cells cells_of(const std::vector<Property>& card);
/// Whether a property is of any use to cells_of().
bool has_column(std::string_view property);

}  // namespace rapport::documents::vcard
