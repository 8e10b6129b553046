#include "imports/synonyms.h"

#include <array>

namespace rapport::imports {
namespace {

constexpr auto table = std::to_array<Synonym>({
    {"", "recordid", "external_id"},
    {"", "contactowner", "owner"},
    {"", "leadowner", "owner"},
    {"", "accountowner", "owner", "accountname"},
    {"", "assignedtouser", "owner"},
    {"", "notes", "description"},
    {"", "note", "description"},
    {"", "currency", "currency_code"},

    // Outlook calls the salutation a title, and says "Job Title" for what others call one.
    {"contact", "title", "salutation", "jobtitle"},
    {"contact", "nameprefix", "salutation"},
    {"contact", "givenname", "first_name"},
    {"contact", "forename", "first_name"},
    {"contact", "additionalname", "middle_name"},
    {"contact", "familyname", "last_name"},
    {"contact", "surname", "last_name"},
    {"contact", "position", "title"},
    {"contact", "occupation", "title"},
    {"contact", "organizationtitle", "title"},
    {"contact", "organization1title", "title"},
    {"contact", "organizationdepartment", "department"},
    {"contact", "organization1name", "account"},
    {"contact", "associatedcompany", "account"},
    {"contact", "emailaddress", "email"},
    {"contact", "email1value", "email"},
    {"contact", "phonenumber", "phone"},
    {"contact", "phone1value", "phone"},
    {"contact", "businessphone", "phone"},
    {"contact", "primaryphone", "phone"},
    {"contact", "phone2value", "mobile"},
    {"contact", "mobilenumber", "mobile"},
    {"contact", "cellphone", "mobile"},
    {"contact", "webpage", "website"},
    {"contact", "website1value", "website"},
    {"contact", "birthday", "birth_date"},
    {"contact", "dateofbirth", "birth_date"},
    {"contact", "url", "linkedin", "connectedon"},
    {"contact", "assistantsname", "assistant"},

    {"lead", "givenname", "first_name"},
    {"lead", "familyname", "last_name"},
    {"lead", "surname", "last_name"},
    {"lead", "companyaccount", "company"},
    {"lead", "organization", "company"},
    {"lead", "organizationname", "company"},
    {"lead", "position", "title"},
    {"lead", "emailaddress", "email"},
    {"lead", "phonenumber", "phone"},
    {"lead", "businessphone", "phone"},
    {"lead", "mobilenumber", "mobile"},
    {"lead", "webpage", "website"},
    {"lead", "source", "lead_source"},

    {"account", "websiteurl", "website"},
    {"account", "webpage", "website"},
    {"account", "companydomainname", "domain"},
    {"account", "phonenumber", "phone"},
    {"account", "emailaddress", "email"},
    {"account", "sector", "industry"},
    {"account", "revenue", "annual_revenue"},
    {"account", "numberofemployees", "employees"},
    {"account", "employeecount", "employees"},
    {"account", "parentcompany", "parent"},
    {"account", "subsidiaryof", "parent"},

    {"opportunity", "title", "name"},
    {"opportunity", "value", "amount"},
    {"opportunity", "currencyofvalue", "currency_code"},
    {"opportunity", "closingdate", "close_date"},
    {"opportunity", "expectedclosedate", "close_date"},
    {"opportunity", "engagedate", "engaged_on"},
    {"opportunity", "status", "stage"},

    {"product", "sku", "code"},
    {"product", "itemnumber", "code"},
    {"product", "price", "list_price"},
    {"product", "unitprice", "list_price"},
    {"product", "salesprice", "list_price"},
    {"product", "series", "family"},
    {"product", "category", "family"},

    {"user", "givenname", "first_name"},
    {"user", "surname", "last_name"},
    {"user", "emailaddress", "email"},
});

constexpr auto words = std::to_array<EntityWord>({
    {"account", "account"}, {"account", "company"}, {"account", "organization"}, {"account", "organisation"},
    {"contact", "contact"}, {"contact", "person"},
    {"opportunity", "opportunity"}, {"opportunity", "deal"},
    {"lead", "lead"},
    {"product", "product"}, {"product", "item"},
    {"task", "activity"}, {"task", "task"},
    {"user", "user"},
});

constexpr auto addresses = std::to_array<AddressWord>({
    {"street", "street"}, {"streetaddress", "street"}, {"address", "street"}, {"address1", "street"}, {"addressline1", "street"},
    {"city", "city"}, {"town", "city"},
    {"state", "state"}, {"province", "state"}, {"region", "state"}, {"stateprovince", "state"}, {"stateregion", "state"},
    {"postalcode", "postal_code"}, {"postcode", "postal_code"}, {"zip", "postal_code"}, {"zipcode", "postal_code"}, {"zippostalcode", "postal_code"},
    {"country", "country"}, {"countryregion", "country"},
});

constexpr auto foreign = std::to_array<std::string_view>({"systemmodstamp", "isdeleted", "recordid"});

}  // namespace

std::span<const Synonym> synonyms() { return table; }
std::span<const EntityWord> entity_words() { return words; }
std::span<const AddressWord> address_words() { return addresses; }
std::span<const std::string_view> foreign_columns() { return foreign; }

}  // namespace rapport::imports
