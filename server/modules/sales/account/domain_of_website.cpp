#include "modules/sales/account/domain_of_website.h"

#include "base/text.h"

namespace rapport::sales {

std::string domain_of(std::string_view address) {
    address = text::trim(address);
    if (auto scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (auto user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);
    address = address.substr(0, address.find(':'));
    std::string domain = text::lower(address);
    if (domain.starts_with("www.")) domain.erase(0, 4);
    while (domain.ends_with('.')) domain.pop_back();
    bool is_name = domain.find('.') != std::string::npos && domain.find_first_of(" \t") == std::string::npos;
    return is_name ? domain : std::string();
}

void DomainOfWebsite::before_save(records::Change& change) const {
    Value& domain = change.after["domain"];
    if (change.is_given("domain") && domain.is_text()) {
        std::string tidy = domain_of(domain.text());
        if (tidy.empty()) change.refuse("domain", "invalid_domain", "\"" + domain.text() + "\" is not a domain: write it as acme.example.");
        else domain = tidy;
        return;
    }
    if (!change.changes("website")) return;
    bool followed = domain.is_null() || (change.before && domain.text_or("") == domain_of((*change.before)["website"].text_or("")));
    if (!followed || change.is_given("domain")) return;
    std::string found = domain_of(change.after["website"].text_or(""));
    domain = found.empty() ? Value() : Value(found);
}

}  // namespace rapport::sales
