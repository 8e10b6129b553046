#pragma once

#include <span>
#include <string_view>

namespace rapport::imports {

/// What other programs call things in the headers of their exports. All names here are keys: lower-case letters and
/// digits, nothing else ("E-mail 1 - Value" is "email1value").
/// Source: exports of Google Contacts, Outlook, LinkedIn, HubSpot, Salesforce, Zoho, Pipedrive and Mailchimp.
struct Synonym {
    std::string_view object;  // empty: any object that has the field
    std::string_view column;
    std::string_view field;       // field or relation
    std::string_view beside = {};  // counts only in a file that has this column as well
};
std::span<const Synonym> synonyms();

/// "company" is an account: "Company name" is its name, and in a list of contacts it is their account.
struct EntityWord {
    std::string_view object;
    std::string_view word;
};
std::span<const EntityWord> entity_words();

/// "zippostalcode" is the postal_code of an address.
struct AddressWord {
    std::string_view word;
    std::string_view component;
};
std::span<const AddressWord> address_words();

/// Columns that tell that the file's own ids are those of another system.
std::span<const std::string_view> foreign_columns();

}  // namespace rapport::imports
