#include <algorithm>

#include "api/list_request.h"
#include "api/route.h"
#include "base/text.h"
#include "security/rights.h"
#include "security/sight.h"

namespace rapport::api {
namespace {

constexpr std::size_t most_offered = 8;

struct Offered {
    RecordId id;
    std::string_view object;
    std::string name;
    std::vector<RecordId> people;  // whom it stands for
};

std::vector<Offered> people(Call& call, const security::Sight& asker) {
    std::vector<Offered> out;
    for (const auto& person : call.services.directory.people())
        if (person.active && person.id != call.actor().user() && asker.sees(person.id)) out.push_back({person.id, "user", person.name, {person.id}});
    return out;
}

std::vector<Offered> teams(Call& call) {
    std::vector<Offered> out;
    const metadata::Object* team = call.catalogue->find("team");
    if (!team || !call.actor().rights().may(security::ObjectRight::Read, *team)) return out;
    query::Select select;
    select.object = team->name;
    select.fields = {{"", {{"id"}, {}}, "", {}}, {"", {{"name"}, {}}, "", {}}};
    const auto statement = security::compile(select, {call.actor(), call.catalogue}, call.services.database.dialect());
    call.services.database.read([&](storage::Session& session) {
        out.clear();
        query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) { out.push_back({RecordId(cells[0].integer()), "team", std::string(cells[1].text()), {}}); });
    });
    for (Offered& one : out)
        for (std::int64_t member : call.services.directory.members_of(one.id)) one.people.emplace_back(member);
    return out;
}

/// Whether anybody of those that are meant would see the record.
bool sees(Call& call, const security::Sight::Sources& sources, const Offered& one) {
    return std::any_of(one.people.begin(), one.people.end(), [&](RecordId user) {
        const auto person = call.services.directory.find(user);
        if (!person || !person->active || person->is_queue()) return false;
        const security::Actor actor = call.services.directory.actor(user);
        return security::Sight(sources, actor).sees(call.id());
    });
}

/// Whom one can name in a note about a record, and whether they would be told: for the one who writes it.
http::Response mentionable(Call& call) {
    record_json(call, call.object(), call.id(), "id", query::Restricted::Trash::Exclude);  // whoever may not see the record is told so
    const security::Sight::Sources sources{call.services.database, call.services.registry, call.services.records.statements()};
    std::vector<Offered> offered = people(call, security::Sight(sources, call.actor()));
    std::vector<Offered> of_teams = teams(call);
    const std::string wanted = text::fold(call.text("q"));
    offered.insert(offered.end(), std::make_move_iterator(of_teams.begin()), std::make_move_iterator(of_teams.end()));
    std::erase_if(offered, [&](const Offered& one) { return text::fold(one.name).find(wanted) == std::string::npos; });
    std::stable_sort(offered.begin(), offered.end(), [](const Offered& one, const Offered& other) { return std::pair(one.object != "user", one.name) < std::pair(other.object != "user", other.name); });
    if (offered.size() > most_offered) offered.resize(most_offered);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("mentionable").begin_array();
    for (const Offered& one : offered) out.begin_object().member("id", one.id.text()).member("object", one.object).member("name", one.name).member("sees", sees(call, sources, one)).end_object();
    out.end_array().end_object();
    return response;
}

}  // namespace

std::vector<Route> mention_routes() {
    return {{http::Method::Get, "/records/{object}/{id}/mentionable", Door::LoggedIn, http::Where::Worker, mentionable, "listRecordMentionable",
             "People and teams that a note about the record can mention, and whether they may see it"}};
}

}  // namespace rapport::api
