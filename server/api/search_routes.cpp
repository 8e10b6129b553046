#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "api/list_request.h"
#include "api/route.h"
#include "base/text.h"
#include "security/rights.h"
#include "storage/search_words.h"

namespace rapport::api {
namespace {

/// Of one object; some of them may be hidden from the one who asks.
constexpr std::int64_t candidates_looked_at = 100;

Compile compiled(const Call& call, const query::Select& select) {
    return [&](const security::Asking& asking) { return security::compile(select, asking, call.services.database.dialect()); };
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
std::vector<std::pair<const metadata::Object*, Json::Array>> find_candidates(Call& call, const std::vector<std::string>& words, const std::vector<const metadata::Object*>& searched) {
    std::vector<std::pair<const metadata::Object*, Json::Array>> groups;
    call.services.database.read([&](storage::Session& session) {
        groups.clear();
        const std::string query = session.dialect().search_query(fmt::format("{}", fmt::join(words, " ")));
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

bool is_searched(const metadata::Object& object, const metadata::Field& field) {
    return field.has_column() && (field.searchable || field.name == object.name_field);
}

/// The candidates that have every word in a field that the caller may see: being found must not tell what a hidden field holds.
void drop_hidden_hits(Call& call, const metadata::Object& object, const std::vector<std::string>& words, const query::FieldVisible& visible, Json::Array& ids) {
    query::Select select;
    select.object = object.name;
    std::string fields = "id";
    bool any_hidden = false;
    for (const metadata::Field& field : object.fields) {
        if (!is_searched(object, field) || field.name == "id") continue;
        if (visible(object, field)) fields += "," + field.name;
        else any_hidden = true;
    }
    if (!any_hidden) return;
    select_fields(select, fields);
    select.where = query::parse_filter(Json::Members{{"field", "id"}, {"op", "in"}, {"value", std::exchange(ids, {})}});
    ask(call, query::Restricted::Trash::Exclude, compiled(call, select), [&](storage::Session& session, const query::Statement& statement) {
        ids.clear();
        const auto& columns = query::columns(statement);
        query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
            std::string seen;
            for (std::size_t i = 1; i < cells.size(); ++i)
                if (!cells[i].is_null()) seen += text::fold(columns[i].field->value_type().search_text(cells[i], *columns[i].field)) + " ";
            bool has_all = std::all_of(words.begin(), words.end(), [&](const std::string& word) { return seen.find(word) != std::string::npos; });
            if (has_all) ids.emplace_back(RecordId(cells[0].integer()).text());
        });
    });
}

/// What was typed, as words: no more of them than a person looks for, for each is a walk through the index.
std::vector<std::string> words_of(std::string_view typed) {
    constexpr std::size_t longest = 200;
    constexpr std::size_t most = 10;
    if (text::length(typed) > longest)
        throw Failure(FailureKind::Invalid, "too_long", "A search has at most " + std::to_string(longest) + " characters.", {{"q", "too_long", "Look for fewer words."}});
    std::vector<std::string> words;
    for (std::string& word : storage::search_words(text::fold(typed)))
        if (words.size() < most && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
    return words;
}

http::Response search(Call& call) {
    std::vector<std::string> words = words_of(call.text("q"));
    std::int64_t limit = call.number("limit", 20, 1, 100);
    auto searched = searched_objects(call);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("groups").begin_array();
    if (!words.empty()) {
        auto visible = security::visible_to(call.actor());
        for (auto& [object, ids] : find_candidates(call, words, searched)) {
            if (!visible(*object, object->field(object->name_field))) continue;
            drop_hidden_hits(call, *object, words, visible, ids);
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

std::vector<Route> search_routes() {
    return {{http::Method::Get, "/search", Door::LoggedIn, http::Where::Worker, search, "search", "Find records of all objects by words"}};
}

}  // namespace rapport::api
