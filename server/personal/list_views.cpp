#include "personal/list_views.h"

#include <array>

#include "base/text.h"
#include "query/view_problems.h"
#include "security/rights.h"
#include "security/statements.h"

namespace rapport::personal {
namespace {

constexpr std::int64_t most_views = 300;  // of one person
constexpr std::size_t most_bytes = 20'000;
constexpr std::array shown_members{"label", "kind", "columns", "filter", "sort", "group_by"};

Failure invalid(std::vector<Problem> problems) { return Failure(FailureKind::Invalid, "validation_failed", "This list view cannot be saved.", std::move(problems)); }

Failure not_found() { return Failure(FailureKind::NotFound, "not_found", "There is no such list view, or you may not see it."); }

/// The columns of list_view that this reads, in the order in which it does.
constexpr std::string_view columns = "id, object, owner_id, team_id, locked, shown";

ListView read_row(const storage::Cursor& row) {
    return {row.integer(0), std::string(row.text(1)), RecordId(row.integer(2)), RecordId(row.is_null(3) ? 0 : row.integer(3)), row.integer(4) != 0, Json::parse(row.text(5))};
}

bool is_owner(const ListView& view, const Asker& asker) { return view.owner == asker.actor.user(); }
bool may_see(const ListView& view, const Asker& asker) { return is_owner(view, asker) || (view.team && asker.teams.contains(view.team.number())); }

ListView find(storage::Session& session, const Asker& asker, std::int64_t id) {
    auto row = session.query("SELECT " + std::string(columns) + " FROM list_view WHERE id = ?1", {id});
    if (!row->next()) throw not_found();
    ListView view = read_row(*row);
    if (!may_see(view, asker)) throw not_found();
    return view;
}

void require_owner(const ListView& view, const Asker& asker) {
    if (!is_owner(view, asker))
        throw Failure(FailureKind::Forbidden, "view_of_somebody_else", "Only whoever made this view may lock, share or delete it. Duplicate it to have one of your own.");
}

void refuse_locked(const ListView& view) {
    if (view.locked) throw Failure(FailureKind::Conflict, "view_locked", "This view is locked. Whoever made it unlocks it first; or save what you changed as another view.");
}

/// A team that somebody is not in and one that is not there answer alike.
void set_team(ListView& view, const Asker& asker, const Json& given) {
    view.team = RecordId();
    if (given.is_null()) return;
    auto team = RecordId::parse(given.string());
    if (!team || !asker.teams.contains(team->number())) throw invalid({{"team_id", "not_found", "Choose a team that you belong to."}});
    view.team = *team;
}

void check_shown(const ListView& view, const Asker& asker, const metadata::CataloguePointer& catalogue, const metadata::Object& object) {
    std::vector<Problem> problems = query::list_view_problems(catalogue, object, view.shown, security::visible_to(asker.actor));
    constexpr std::size_t longest_label = 120;
    const std::string label = view.shown["label"].is_string() ? view.shown["label"].string() : "";
    if (text::trim(label).empty() || text::length(label) > longest_label) problems.push_back({"label", "required", "A list view has a name of at most 120 characters."});
    if (view.shown.text().size() > most_bytes) problems.push_back({"filter", "too_long", "This asks for more than one view can hold: leave something out."});
    if (!problems.empty()) throw invalid(std::move(problems));
}

/// Takes over what is given; answers whether that is more than the lock.
bool set_members(ListView& view, const Asker& asker, const Json& settings) {
    bool more = false;
    std::vector<Problem> problems;
    for (const auto& [name, value] : settings.members()) {
        if (name == "object") continue;
        if (name == "locked") {
            view.locked = value.boolean();
            continue;
        }
        more = true;
        if (name == "team_id") set_team(view, asker, value);
        else if (std::find(shown_members.begin(), shown_members.end(), name) == shown_members.end()) problems.push_back({name, "unknown_field", "A list view has no " + text::quoted(name) + "."});
        else if (value.is_null()) view.shown.erase(name);
        else view.shown.set(name, value);
    }
    if (!problems.empty()) throw invalid(std::move(problems));
    return more;
}

const metadata::Object& readable(const metadata::CataloguePointer& catalogue, const Asker& asker, std::string_view name) {
    const metadata::Object* object = catalogue->find(name);
    if (!object || !asker.actor.rights().may(security::ObjectRight::Read, *object)) throw invalid({{"object", "unknown_object", "There is no object " + text::quoted(std::string(name)) + "."}});
    return *object;
}

Value team_value(const ListView& view) { return view.team ? Value(view.team.number()) : Value(); }

}  // namespace

std::vector<ListView> list_views(storage::Session& session, const Asker& asker) {
    Json::Array teams;
    for (std::int64_t team : asker.teams) teams.emplace_back(team);
    std::vector<ListView> out;
    auto row = session.query("SELECT " + std::string(columns) + " FROM list_view WHERE owner_id = ?1 OR " + session.dialect().in_integers("team_id", "?2") + " ORDER BY id",
                             {asker.actor.user().number(), Json(std::move(teams)).text()});
    while (row->next()) out.push_back(read_row(*row));
    return out;
}

std::int64_t count_list_views(storage::Session& session, const metadata::Object& object, const std::function<bool(const Json&)>& is_meant) {
    std::int64_t count = 0;
    auto row = session.query("SELECT shown FROM list_view WHERE object = ?1", {object.name});
    while (row->next()) count += is_meant(Json::parse(row->text(0))) ? 1 : 0;
    return count;
}

ListView add_list_view(storage::Session& session, const Asker& asker, const metadata::CataloguePointer& catalogue, const Json& settings) {
    ListView view;
    const metadata::Object& object = readable(catalogue, asker, settings.string_or("object", ""));
    view.object = object.name;
    view.owner = asker.actor.user();
    view.shown = Json::Members{};
    set_members(view, asker, settings);
    check_shown(view, asker, catalogue, object);
    if (session.value("SELECT COUNT(*) FROM list_view WHERE owner_id = ?1", {view.owner.number()})->integer() >= most_views)
        throw Failure(FailureKind::TooLarge, "too_many_views", "You have made 300 list views already: delete one that you need no more.");
    view.id = session.insert("INSERT INTO list_view (object, owner_id, team_id, locked, shown) VALUES (?1, ?2, ?3, ?4, ?5)",
                             std::array{Value(view.object), Value(view.owner.number()), team_value(view), Value(view.locked ? 1 : 0), Value(view.shown.text())});
    return view;
}

ListView change_list_view(storage::Session& session, const Asker& asker, const metadata::CataloguePointer& catalogue, std::int64_t id, const Json& settings) {
    const ListView before = find(session, asker, id);
    if (settings.has("locked") || settings.has("team_id")) require_owner(before, asker);
    ListView view = before;
    bool more = set_members(view, asker, settings);
    if (more && view.locked) refuse_locked(before);
    if (more) check_shown(view, asker, catalogue, readable(catalogue, asker, view.object));
    session.execute("UPDATE list_view SET team_id = ?2, locked = ?3, shown = ?4 WHERE id = ?1", {id, team_value(view), view.locked ? 1 : 0, view.shown.text()});
    return view;
}

void remove_list_view(storage::Session& session, const Asker& asker, std::int64_t id) {
    const ListView view = find(session, asker, id);
    require_owner(view, asker);
    refuse_locked(view);
    session.execute("DELETE FROM list_view WHERE id = ?1", {id});
}

std::map<std::string, std::vector<std::string>> list_view_orders(storage::Session& session, RecordId user) {
    std::map<std::string, std::vector<std::string>> out;
    auto row = session.query("SELECT object, names FROM list_view_order WHERE user_id = ?1", {user.number()});
    while (row->next()) {
        const Json names = Json::parse(row->text(1));
        for (const Json& name : names.array()) out[std::string(row->text(0))].push_back(name.string());
    }
    return out;
}

void set_list_view_order(storage::Session& session, RecordId user, const metadata::Object& object, const Json& names) {
    constexpr std::size_t most_names = 1000, longest_name = 80;
    if (!names.is_array() || names.array().size() > most_names) throw invalid_field({"names", "wrong_type", "Name the views in the order in which you want them."});
    for (const Json& name : names.array())
        if (!name.is_string() || name.string().size() > longest_name) throw invalid_field({"names", "wrong_type", "The name of a view is a text such as \"all\"."});
    session.execute("INSERT INTO list_view_order (user_id, object, names) VALUES (?1, ?2, ?3) ON CONFLICT (user_id, object) DO UPDATE SET names = excluded.names",
                    {user.number(), object.name, names.text()});
}

void create_list_view_tables(storage::Session& session) {
    session.execute_script(session.dialect().create_table("list_view", "object TEXT NOT NULL, owner_id BIGINT NOT NULL, team_id BIGINT, locked BIGINT NOT NULL, shown TEXT NOT NULL", 1) +
                           ";CREATE INDEX list_view_owner ON list_view (owner_id);"
                           "CREATE INDEX list_view_team ON list_view (team_id);"
                           "CREATE TABLE list_view_order (user_id BIGINT NOT NULL, object TEXT NOT NULL, names TEXT NOT NULL, PRIMARY KEY (user_id, object))");
}

}  // namespace rapport::personal
