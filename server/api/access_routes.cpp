#include "api/list_request.h"
#include "api/route.h"
#include "security/explanation.h"
#include "security/permission_set.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

using security::Access;
using security::Verdict;

/// The person that the question is about: whoever asks, when nobody is named.
security::Directory::Person person_asked_about(const Call& call) {
    std::string named = call.text("user");
    RecordId user = named.empty() || named == "me" ? call.actor().user() : value_or_throw(RecordId::parse(named));
    auto person = call.services.directory.find(user);
    if (!person) throw Failure(FailureKind::NotFound, "unknown_user", "There is no such user.", {{"user", "no_match", "Give the id of a user."}});
    return *person;
}

/// What others may see is told to those who could take the record away from all of them.
void require_may_ask(Call& call, storage::Session& session, const security::Directory::Person& person) {
    const security::Actor& asker = call.actor();
    if (asker.rights().is_administrator() || person.id == asker.user()) return;
    if (explain(session, asker, call.catalogue, call.id(), Access::Delete).allowed) return;
    throw Failure(FailureKind::Forbidden, "access_forbidden", "Who may see this record is told to administrators, to its owner and to those above them: ask one of them.");
}

void write_reasons(JsonWriter& out, const metadata::Catalogue& catalogue, const std::vector<security::Reason>& reasons) {
    auto record = [&](std::string_view key, RecordId id) {
        const metadata::Object* object = id ? catalogue.find(id) : nullptr;
        if (object) out.key(key).begin_object().member("object", object->name).member("id", id.text()).end_object();
    };
    out.begin_array();
    for (const auto& reason : reasons) {
        out.begin_object().member("code", reason.code).member("message", reason.message);
        record("source", reason.source);
        record("through", reason.through);
        if (!reason.because.empty()) {
            out.key("because");
            write_reasons(out, catalogue, reason.because);
        }
        out.end_object();
    }
    out.end_array();
}

Verdict of_nobody(const security::Directory::Person& person) {
    if (person.is_queue()) return {false, {{"queue", "Nobody logs in as a queue: it owns records, and the members of its team see them.", RecordId(person.queue_of), {}, {}}}};
    return {false, {{"switched_off", "This user is switched off and may do nothing.", {}, {}, {}}}};
}

http::Response record_access(Call& call) {
    record_json(call, call.object(), call.id(), "id", query::Restricted::Trash::Include);  // whoever may not see the record is told so
    auto person = person_asked_about(call);
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        require_may_ask(call, session, person);
        std::optional<security::Actor> actor;
        if (person.active && !person.is_queue()) actor.emplace(call.services.directory.actor(person.id));
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().member("record", call.id().text());
        out.key("user").begin_object().member("id", person.id.text()).member("name", person.name).end_object();
        for (auto [name, access] : {std::pair("read", Access::Read), std::pair("edit", Access::Edit), std::pair("delete", Access::Delete)}) {
            Verdict verdict = actor ? explain(session, *actor, call.catalogue, call.id(), access) : of_nobody(person);
            out.key(name).begin_object().member("allowed", verdict.allowed).key("reasons");
            write_reasons(out, *call.catalogue, verdict.reasons);
            out.end_object();
        }
        out.end_object();
    });
    return response;
}

void write_object_rights(JsonWriter& out, const metadata::Object& object, const security::Rights& rights) {
    using enum security::ObjectRight;
    bool read = rights.may(Read, object);
    out.key(object.name).begin_object();
    out.member("create", rights.may(Create, object)).member("read", read).member("update", rights.may(Update, object)).member("delete", rights.may(Delete, object));
    out.member("view_all", rights.views_all(object)).member("modify_all", rights.modifies_all(object));
    for (auto [key, may] : {std::pair("hidden_fields", &security::Rights::may_read), std::pair("locked_fields", &security::Rights::may_edit)}) {
        out.key(key).begin_array();
        for (const auto& field : object.fields)
            if (read && !field.system && !(rights.*may)(object, field)) out.string(field.name);
        out.end_array();
    }
    out.end_object();
}

/// All that a person's permission sets come to: what an administrator sees before somebody calls to ask.
http::Response user_rights(Call& call) {
    auto person = call.services.directory.find(value_or_throw(RecordId::parse(call.path("id"))));
    if (!person) throw Failure(FailureKind::NotFound, "unknown_user", "There is no such user.");
    if (!person->active || person->is_queue()) throw Failure(FailureKind::Conflict, "no_rights", of_nobody(*person).reasons.front().message);
    security::Actor actor = call.services.directory.actor(person->id);
    const security::Rights& rights = actor.rights();
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("user").begin_object().member("id", person->id.text()).member("name", person->name).end_object();
    out.member("administrator", rights.is_administrator()).key("permissions").begin_object();
    out.member("import", rights.may(security::Permission::Import)).member("export", rights.may(security::Permission::Export)).end_object();
    out.key("permission_sets").begin_array();
    for (const auto& set : rights.sets()) out.begin_object().member("id", set->id.text()).member("name", set->name).end_object();
    out.end_array().key("objects").begin_object();
    for (const auto& object : call.catalogue->objects()) write_object_rights(out, object, rights);
    out.end_object().end_object();
    return response;
}

}  // namespace

std::vector<Route> access_routes() {
    return {{http::Method::Get, "/records/{object}/{id}/access", Door::LoggedIn, http::Where::Worker, record_access, "getRecordAccess",
             "Why somebody may see, change or delete a record, or why not"},
            {http::Method::Get, "/users/{id}/rights", Door::Administrator, http::Where::Worker, user_rights, "getUserRights", "All that a user's permission sets allow"}};
}

}  // namespace rapport::api
