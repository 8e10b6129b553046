#include "api/list_request.h"
#include "api/route.h"
#include "base/text.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

/// Of one object; some of them may be hidden from the one who asks.
constexpr std::int64_t candidates_looked_at = 100;

Compile compiled(const Call& call, const query::Select& select) {
    return [&](const security::Asking& asking) { return security::compile(select, asking, call.services.database.dialect()); };
}

http::Response run_query(Call& call) {
    Json body = call.body();
    query::Select select = query::parse_soql(body["soql"].string());
    select.cursor = body.string_or("cursor", "");
    return answer_page(call, query::Restricted::Trash::Exclude, compiled(call, select), greatest_limit);
}

/// Those named, or all that stand in menus; of these the ones that the caller may read. Throws Failure(Invalid, "unknown_object").
std::vector<const metadata::Object*> searched_objects(const Call& call) {
    std::vector<const metadata::Object*> out;
    auto add = [&](const metadata::Object& object) {
        if (call.actor().rights().may(security::ObjectRight::Read, object)) out.push_back(&object);
    };
    std::string named = call.text("objects");
    if (named.empty()) {
        for (const metadata::Object& object : call.catalogue->objects())
            if (!object.hidden) add(object);
        return out;
    }
    for (std::string_view name : text::split(named, ',')) {
        const metadata::Object* object = call.catalogue->find(text::trim(name));
        if (!object) throw Failure(FailureKind::Invalid, "unknown_object", "objects names " + text::quoted(name) + ", which is none.", {{"objects", "unknown_object", "Names of objects, separated by commas."}});
        add(*object);
    }
    return out;
}

/// The best matches' ids by object, in the order found.
std::vector<std::pair<const metadata::Object*, Json::Array>> find_candidates(Call& call, const std::string& words, const std::vector<const metadata::Object*>& searched) {
    std::vector<std::pair<const metadata::Object*, Json::Array>> groups;
    call.services.database.read([&](storage::Session& session) {
        groups.clear();
        const std::string query = session.dialect().search_query(words);
        for (const metadata::Object* object : searched) {
            const std::int64_t first = RecordId::of(object->number, 0).number();
            const std::int64_t last = RecordId::of(object->number, RecordId::last_sequence).number();
            Json::Array ids;
            auto rows = session.query(session.dialect().find_search_text(), {query, first, last, candidates_looked_at});
            while (rows->next()) ids.push_back(RecordId(rows->integer(0)).text());
            if (!ids.empty()) groups.emplace_back(object, std::move(ids));
        }
    });
    return groups;
}

/// The fields that tell two records of the same name apart: those of the card layout, or the first searchable ones.
std::vector<std::string> detail_fields(const metadata::Object& object, const query::FieldVisible& visible) {
    std::vector<std::string> out;
    for (const metadata::Field& field : object.fields) {
        if (out.size() == 2) break;
        bool fits = field.searchable && field.has_column() && field.name != object.name_field && visible(object, field);
        if (fits) out.push_back(field.name);
    }
    return out;
}

http::Response search(Call& call) {
    std::string words = text::fold(text::trim(call.text("q")));
    std::int64_t limit = call.number("limit", 20, 1, 100);
    auto searched = searched_objects(call);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("groups").begin_array();
    if (!words.empty()) {
        auto visible = security::visible_to(call.actor());
        for (auto& [object, ids] : find_candidates(call, words, searched)) {
            if (!visible(*object, object->field(object->name_field))) continue;
            query::Select select;
            select.object = object->name;
            std::string fields = "id," + object->name_field;
            for (const auto& field : detail_fields(*object, visible)) fields += "," + field;
            select_fields(select, fields);
            select.where = query::parse_filter(Json::Members{{"field", "id"}, {"op", "in"}, {"value", ids}});
            std::string records;
            std::int64_t count = ask(call, query::Restricted::Trash::Exclude, compiled(call, select), [&](storage::Session& session, const query::Statement& statement) {
                records.clear();
                JsonWriter inner(records);
                inner.begin_array();
                auto page = query::write_records(session, statement, limit, inner);
                inner.end_array();
                return page.count;
            });
            if (count == 0) continue;
            out.begin_object().member("object", object->name).member("name_field", object->name_field).key("records").raw(records).end_object();
        }
    }
    out.end_array().end_object();
    return response;
}

}  // namespace

std::vector<Route> query_routes() {
    return {
        {http::Method::Post, "/query", Door::LoggedIn, http::Where::Worker, run_query, "runQuery", "Ask in SOQL"},
        {http::Method::Get, "/search", Door::LoggedIn, http::Where::Worker, search, "search", "Find records of all objects by words"},
    };
}

}  // namespace rapport::api
