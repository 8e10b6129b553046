#include <fmt/format.h>

#include <chrono>

#include "api/list_request.h"
#include "api/route.h"
#include "base/text.h"
#include "calendar/agenda.h"
#include "metadata/current_tables.h"
#include "query/reading.h"

namespace rapport::api {
namespace {

/// What holds where both do.
query::Condition both(std::optional<query::Condition> one, query::Condition other) {
    if (!one) return other;
    query::Condition and_both;
    and_both.parts = {std::move(*one), std::move(other)};
    return and_both;
}

http::Response run_query(Call& call) {
    Json body = call.body();
    query::Select select = query::parse_soql(body["soql"].string());
    if (!body["filter"].is_null()) select.where = both(std::move(select.where), query::parse_filter(body["filter"]));
    select.cursor = body.string_or("cursor", "");
    auto compile = [&](const security::Asking& asking) { return security::compile(select, asking, call.services.database.dialect()); };
    return answer_page(call, query::Restricted::Trash::Exclude, compile, greatest_limit);
}

/// Whose rights the question is asked with: what somebody may see decides how it is looked for.
security::Actor asker_in(const Call& call, const Json& body) {
    std::string named = body.string_or("user", "");
    if (named.empty()) return call.actor();
    RecordId user = value_or_throw(RecordId::parse(named));
    auto person = call.services.directory.find(user);
    if (!person || !person->active || person->is_queue())
        throw Failure(FailureKind::NotFound, "unknown_user", "There is no such user who could ask.", {{"user", "no_match", "Give the id of a user who may log in."}});
    return call.services.directory.actor(user);
}

void write_step(JsonWriter& out, const query::ReadingStep& step) {
    out.begin_object().member("code", step.code);
    if (step.object) out.member("object", step.object->name);
    if (!step.index.empty()) out.member("index", step.index);
    if (step.rows) out.member("rows", *step.rows);
    out.member("message", step.message).end_object();
}

http::Response explain_query(Call& call) {
    Json body = call.body();
    query::Select select = select_in(body);
    const security::Actor asker = asker_in(call, body);
    auto response = http::Response::json(200, "");
    auto compile = [&](const security::Asking& asking) {
        return security::compile(select, {asker, asking.catalogue}, call.services.database.dialect());
    };
    ask(call, query::Restricted::Trash::Exclude, compile, [&](storage::Session& session, const query::Statement& statement) {
        auto begin = std::chrono::steady_clock::now();
        std::string records;
        JsonWriter answer(records);
        answer.begin_array();
        query::Page page = query::write_records(session, statement, default_limit, answer);
        std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("milliseconds").raw(fmt::format("{:.2f}", took.count()));
        out.member("records", page.count).member("more", !page.next.empty());
        out.key("steps").begin_array();
        for (const query::ReadingStep& step : query::reading_of(session, statement)) write_step(out, step);
        out.end_array().end_object();
    });
    return response;
}

DateTime moment(const Call& call, std::string_view name) {
    auto read = DateTime::parse(call.text(name));
    if (!read) throw invalid_field({std::string(name), read.error().code, "Say the span of time with from and to, such as from=2026-11-23T00:00:00Z."});
    return *read;
}

/// Whose events: ids, separated by commas; those of the one who asks when absent.
Json owners(const Call& call) {
    Json::Array out;
    const std::string named = call.text("owners");
    for (std::string_view owner : text::split(named, ','))
        if (!owner.empty()) out.emplace_back(value_or_throw(RecordId::parse(owner)).text());
    if (out.empty()) out.emplace_back(call.actor().user().text());
    return out;
}

http::Response list_agenda(Call& call) {
    constexpr std::int64_t longest = 400 * DateTime::day;
    const calendar::AgendaRequest request{moment(call, "from"), moment(call, "to"), owners(call)};
    if (request.to <= request.from || request.to.microseconds() - request.from.microseconds() > longest) throw invalid_field({"to", "out_of_range", "Ask for a span of time of at most 400 days, from before to."});
    auto response = http::Response::json(200, "");
    metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        call.services.database.read([&](storage::Session& session) {
            response.body.clear();
            JsonWriter out(response.body);
            out.begin_object().key("events").begin_array();
            calendar::write_agenda(session, {call.actor(), catalogue}, request, out);
            out.end_array().end_object();
        });
    });
    return response;
}

}  // namespace

std::vector<Route> query_routes() {
    return {{http::Method::Get, "/agenda", Door::LoggedIn, http::Where::Worker, list_agenda, "listAgenda", "Events in a span of time, recurring ones each time for itself"},
            {http::Method::Post, "/query", Door::LoggedIn, http::Where::Worker, run_query, "runQuery", "Ask in SOQL", Effect::None},
            {http::Method::Post, "/query/explain", Door::Administrator, http::Where::Worker, explain_query, "explainQuery",
             "Ask, and be told in words what is read for the answer", Effect::None}};
}

}  // namespace rapport::api
