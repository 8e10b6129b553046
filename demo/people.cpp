#include <array>
#include <map>

#include "base/text.h"
#include "demo/company.h"

namespace rapport::demo {
namespace {

struct Role {
    const char* name;
    const char* parent;  // made before; empty at the top
};

constexpr std::array roles{Role{"Managing director", ""},
                           Role{"Sales director", "Managing director"},
                           Role{"Sales manager Europe", "Sales director"},
                           Role{"Sales Europe", "Sales manager Europe"},
                           Role{"Sales manager Overseas", "Sales director"},
                           Role{"Sales Overseas", "Sales manager Overseas"},
                           Role{"Head of marketing", "Managing director"},
                           Role{"Head of service", "Managing director"},
                           Role{"Service desk", "Head of service"}};

struct Colleague {
    const char* first_name;
    const char* last_name;
    const char* title;
    const char* role;
    const char* manager;  // last name; made before
    const char* time_zone;
};

constexpr std::array colleagues{
    Colleague{"Ingeborg", "Thalberg", "Sales director", "Sales director", "", "Europe/Berlin"},
    Colleague{"Matteo", "Ferrand", "Sales manager Europe", "Sales manager Europe", "Thalberg", "Europe/Paris"},
    Colleague{"Rosalind", "Achebe", "Sales manager Overseas", "Sales manager Overseas", "Thalberg", "America/New_York"},
    Colleague{"Jonas", "Wiesner", "Account executive", "Sales Europe", "Ferrand", "Europe/Berlin"},
    Colleague{"Camille", "Roussel", "Account executive", "Sales Europe", "Ferrand", "Europe/Paris"},
    Colleague{"Owain", "Pryce", "Account executive", "Sales Europe", "Ferrand", "Europe/London"},
    Colleague{"Łucja", "Malinowska", "Account executive", "Sales Europe", "Ferrand", "Europe/Warsaw"},
    Colleague{"Ελπίδα", "Σωτηρίου", "Account executive", "Sales Europe", "Ferrand", "Europe/Athens"},
    Colleague{"Dexter", "Holloway", "Account executive", "Sales Overseas", "Achebe", "America/Chicago"},
    Colleague{"Marisol", "Vega", "Account executive", "Sales Overseas", "Achebe", "America/Denver"},
    Colleague{"陽菜", "小川", "Account executive", "Sales Overseas", "Achebe", "Asia/Tokyo"},
    Colleague{"Tobias", "Lindgren", "Head of marketing", "Head of marketing", "", "Europe/Stockholm"},
    Colleague{"Farah", "Nasser", "Head of service", "Head of service", "", "Asia/Dubai"},
    Colleague{"Piet", "Hoekstra", "Service agent", "Service desk", "Nasser", "Europe/Amsterdam"},
    Colleague{"Ayaan", "Kapoor", "Service agent", "Service desk", "Nasser", "Asia/Kolkata"},
};

// Addresses of colleagues whose names are not in Latin letters.
const std::map<std::string_view, std::string_view> addresses{{"Łucja", "lucja.malinowska"}, {"Ελπίδα", "elpida.sotiriou"}, {"陽菜", "hina.ogawa"}};

std::string address_of(const Colleague& colleague) {
    auto written = addresses.find(colleague.first_name);
    std::string local = written == addresses.end() ? text::slug(colleague.first_name) + "." + text::slug(colleague.last_name) : std::string(written->second);
    return local + "@vantorra.example";
}

std::map<std::string, RecordId> make_roles(Company& company) {
    std::map<std::string, RecordId> ids;
    for (const Role& role : roles) {
        Json fields = Json::Members{{"name", role.name}};
        if (*role.parent) fields.set("parent_id", ids.at(role.parent).text());
        ids[role.name] = company.create_one("role", std::move(fields));
    }
    return ids;
}

/// What products cost the company is for those who answer for prices.
void hide_costs(Company& company, const std::map<std::string, RecordId>& role_ids) {
    for (RecordId everyone : company.existing("permission_set"))
        company.create_one("field_permission", Json::Members{{"permission_set_id", everyone.text()}, {"object", "product"}, {"field", "cost"}, {"can_read", false}, {"can_update", false}});
    RecordId pricing = company.create_one("permission_set", Json::Members{{"name", "Pricing"}, {"description", "Sees and sets what products cost us."}});
    company.create_one("object_permission",
                       Json::Members{{"permission_set_id", pricing.text()}, {"object", "product"}, {"can_create", true}, {"can_read", true}, {"can_update", true}, {"can_delete", true}});
    for (auto role : {"Managing director", "Sales director"})
        company.create_one("permission_set_assignment", Json::Members{{"permission_set_id", pricing.text()}, {"role_id", role_ids.at(role).text()}});
}

void make_team(Company& company, const char* name, const std::vector<RecordId>& members) {
    RecordId team = company.create_one("team", Json::Members{{"name", name}});
    std::vector<Json> rows;
    for (RecordId member : members) rows.push_back(Json::Members{{"team_id", team.text()}, {"user_id", member.text()}});
    company.create("team_member", std::move(rows));
}

}  // namespace

void make_people(Company& company) {
    auto role_ids = make_roles(company);
    RecordId director = company.existing("user").front();
    company.update("user", director, Json::Members{{"first_name", "Noor"}, {"last_name", "Lindqvist"}, {"title", "Managing director"}, {"role_id", role_ids.at("Managing director").text()}, {"time_zone", "Europe/Berlin"}});
    company.sellers.push_back(director);
    std::map<std::string_view, RecordId> by_last_name;
    for (const Colleague& colleague : colleagues) {
        RecordId manager = *colleague.manager ? by_last_name.at(colleague.manager) : director;
        RecordId id = company.create_one("user", Json::Members{{"first_name", colleague.first_name}, {"last_name", colleague.last_name}, {"email", address_of(colleague)},
                                                               {"title", colleague.title}, {"role_id", role_ids.at(colleague.role).text()}, {"manager_id", manager.text()},
                                                               {"time_zone", colleague.time_zone}});
        by_last_name[colleague.last_name] = id;
        std::string_view role = colleague.role;
        if (role.starts_with("Sales")) company.sellers.push_back(id);
        if (role == "Service desk" || role == "Head of service") company.servants.push_back(id);
        if (role == "Head of marketing") company.marketers.push_back(id);
    }
    make_team(company, "Key accounts", {company.sellers[1], company.sellers[2], company.sellers[4]});
    make_team(company, "Service desk", company.servants);
    hide_costs(company, role_ids);
}

}  // namespace rapport::demo
