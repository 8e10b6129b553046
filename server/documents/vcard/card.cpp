#include "documents/vcard/card.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/text.h"

namespace rapport::documents::vcard {
namespace {

constexpr std::array<std::string_view, column_count> names{
    "External ID", "Salutation", "First name", "Middle name", "Last name", "Suffix", "Nickname", "Organization name", "Department", "Job title",
    "Email", "More e-mail addresses", "Phone", "Mobile", "More phone numbers", "Website", "LinkedIn profile", "Street", "City", "State",
    "Postal code", "Country", "Other street", "Other city", "Other state", "Other postal code", "Other country", "Birthday", "Categories", "Notes",
    "Name"};
constexpr std::array<std::string_view, 13> used{"UID", "N", "FN", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "ADR", "BDAY", "NOTE"};
constexpr std::array<std::string_view, 4> used_too{"CATEGORIES", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-SOCIALPROFILE"};

class Writer {
public:
    explicit Writer(Cells& cells) : cells_(cells) {}

    void add(const Property& property);
    void finish(const std::string& full_name);

private:
    std::string& at(Column column) { return cells_[static_cast<std::size_t>(column)]; }
    bool set(Column column, const std::string& text) {
        if (text.empty() || !at(column).empty()) return false;
        at(column) = text;
        return true;
    }
    void append(Column column, const std::string& text, std::string_view between) {
        if (text.empty()) return;
        std::string& cell = at(column);
        if (!cell.empty()) cell += between;
        cell += text;
    }
    void add_name(const Property& property);
    void add_address(const Property& property);
    void add_telephone(const Property& property);
    void add_website(const std::string& address);

    Cells& cells_;
};

std::string labelled(const Property& property, const std::string& value) {
    for (std::string_view label : {"home", "work", "fax", "cell", "pager"})
        if (property.is(label)) return std::string(label == "cell" ? "mobile" : label) + ": " + value;
    return value;
}

std::string without_scheme(std::string text, std::string_view scheme) { return text::lower(text.substr(0, scheme.size())) == scheme ? text.substr(scheme.size()) : text; }

/// "19850412", "1985-04-12T00:00:00Z"; empty for a birthday without its year.
std::string day_in(std::string text) {
    text = text.substr(0, text.find('T'));
    if (text.size() == 8 && text.find('-') == std::string::npos) text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
    return Date::parse(text) ? text : std::string();
}

void Writer::add(const Property& property) {
    const std::string& name = property.name;
    const std::string text = property.text();
    if (name == "N") return add_name(property);
    if (name == "ADR") return add_address(property);
    if (name == "TEL") return add_telephone(property);
    if (name == "URL" || name == "X-SOCIALPROFILE") return add_website(text);
    if (name == "UID") set(Column::Uid, without_scheme(text, "urn:uuid:"));
    if (name == "NICKNAME") set(Column::Nickname, text);
    if (name == "TITLE") set(Column::JobTitle, text);
    if (name == "BDAY") set(Column::Birthday, day_in(text));
    if (name == "NOTE") append(Column::Notes, text, "\n\n");
    if (name == "CATEGORIES") append(Column::Categories, text, ",");
    if (name == "ORG") {
        std::vector<std::string> parts = property.parts();
        set(Column::Organization, parts[0]);
        if (parts.size() > 1) set(Column::Department, parts[1]);
    }
    if (name == "EMAIL") {
        std::string address = without_scheme(text, "mailto:");
        if (!set(Column::Email, address)) append(Column::MoreEmails, address.empty() ? address : labelled(property, address), "; ");
    }
}

void Writer::add_name(const Property& property) {
    constexpr std::array order{Column::LastName, Column::FirstName, Column::MiddleName, Column::Prefix, Column::Suffix};
    std::vector<std::string> parts = property.parts();
    for (std::size_t i = 0; i < std::min(parts.size(), order.size()); ++i) set(order[i], parts[i]);
}

/// The first address, then another one.
void Writer::add_address(const Property& property) {
    std::vector<std::string> parts = property.parts();
    parts.resize(7);
    std::string street;
    for (std::size_t i : {std::size_t{2}, std::size_t{1}, std::size_t{0}})  // street, then what stands before it: floor, post box
        if (!parts[i].empty()) street += (street.empty() ? "" : "\n") + parts[i];
    const auto is_empty = [&](Column first) { return std::all_of(&at(first), &at(first) + 5, [](const std::string& cell) { return cell.empty(); }); };
    Column first = Column::Street;
    if (!is_empty(first)) first = Column::OtherStreet;
    if (!is_empty(first)) return;
    std::string* cell = &at(first);
    *cell++ = street;
    for (std::size_t i = 3; i < 7; ++i) *cell++ = parts[i];
}

void Writer::add_telephone(const Property& property) {
    std::string number = without_scheme(property.text(), "tel:");
    if (number.empty()) return;
    bool is_machine = property.is("fax") || property.is("pager");
    bool is_mobile = property.is("cell") || property.is("iphone");
    if (is_machine || !set(is_mobile ? Column::Mobile : Column::Phone, number)) append(Column::MorePhones, labelled(property, number), "; ");
}

void Writer::add_website(const std::string& address) {
    set(text::lower(address).find("linkedin.com") == std::string::npos ? Column::Website : Column::LinkedIn, address);
}

/// Who has no parts of a name has a whole one; an organization is called as the card is.
void Writer::finish(const std::string& full_name) {
    if (at(Column::FirstName).empty() && at(Column::LastName).empty() && full_name != at(Column::Organization)) set(Column::Name, full_name);
}

}  // namespace

std::string_view name_of(Column column) { return names[static_cast<std::size_t>(column)]; }

bool has_column(std::string_view property) {
    return std::find(used.begin(), used.end(), property) != used.end() || std::find(used_too.begin(), used_too.end(), property) != used_too.end();
}

Cells cells_of(const std::vector<Property>& card) {
    Cells cells;
    Writer writer(cells);
    std::string full_name, role;
    for (bool preferred : {true, false})
        for (const Property& property : card)
            if (property.is_preferred() == preferred) writer.add(property);
    for (const Property& property : card) {
        if (property.name == "FN" && full_name.empty()) full_name = property.text();
        if (property.name == "ROLE" && role.empty()) role = property.text();
    }
    writer.finish(full_name);
    std::string& title = cells[static_cast<std::size_t>(Column::JobTitle)];
    if (title.empty()) title = role;
    return cells;
}

}  // namespace rapport::documents::vcard
