#include "api/idempotency.h"

#include <algorithm>

#include "base/secret_box.h"
#include "identity/secret_token.h"
#include "metadata/current_tables.h"

namespace rapport::api {
namespace {

constexpr std::size_t longest_key = 255;
/// No request takes longer: whoever has not answered by then has gone.
constexpr std::int64_t longest_request = 600 * DateTime::second;

struct Key {
    std::int64_t user;
    std::string text;
    std::string request;  // fingerprint of all that makes it this request
};

Key read_key(const Call& call) {
    const http::Request& sent = call.request;
    std::string text(sent.header("Idempotency-Key"));
    bool readable = text.size() <= longest_key && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!readable) throw Failure(FailureKind::Invalid, "invalid_idempotency_key", "An Idempotency-Key has at most 255 letters, digits and signs, without blanks: a UUID is a good one.");
    std::string whole = std::string(http::method_name(sent.method)) + "\n" + sent.path;
    for (const auto& [name, value] : sent.query) whole += "\n" + name + "=" + value;
    whole += "\n\n" + std::string(sent.header("If-Match")) + "\n" + sent.body;
    return {call.actor().user().number(), std::move(text), identity::fingerprint(whole)};
}

/// Sealed: an answer can hold what is encrypted in the records, and tokens, which are kept nowhere.
std::string keep(const http::Response& response) {
    Json::Array headers;
    for (http::Headers::Field field : response.headers) headers.push_back(Json::Array{field.name, field.value});
    return SecretBox::current().seal(Json(Json::Members{{"status", response.status}, {"headers", std::move(headers)}, {"body", response.body}}).text());
}

http::Response answer_again(std::string_view kept) {
    const Json answer = Json::parse(SecretBox::current().open(kept));
    http::Response response;
    response.status = static_cast<int>(answer["status"].integer());
    for (const Json& header : answer["headers"].array()) response.headers.add(header.array()[0].string(), header.array()[1].string());
    response.body = answer["body"].string();
    response.set("Idempotent-Replayed", "true");
    return response;
}

/// What was answered to this request; nothing when it is a new one.
std::optional<http::Response> find(storage::Session& session, const Key& key) {
    auto row = session.query("SELECT request, answer, came_at FROM idempotency_key WHERE user_id = ?1 AND key = ?2", {key.user, key.text});
    if (!row->next()) return std::nullopt;
    if (row->text(0) != key.request)
        throw Failure(FailureKind::Invalid, "idempotency_key_reused", "This Idempotency-Key came with another request before: make a new key for each request.");
    if (!row->text(1).empty()) return answer_again(row->text(1));
    if (DateTime::now().microseconds() - row->integer(2) > longest_request)
        throw Failure(FailureKind::Conflict, "outcome_unknown", "The server stopped while it carried this request out, so nobody knows whether it did. Look before you try again with a new key.");
    throw Failure(FailureKind::Conflict, "request_in_flight", "The same request is being carried out at this moment. Ask again in a moment for its answer.");
}

/// The same key comes on another connection at the same time: it was faster.
struct Overtaken {};

void note_request(storage::Session& session, const Key& key) {
    try {
        session.execute("INSERT INTO idempotency_key (user_id, key, request, answer, came_at) VALUES (?1, ?2, ?3, '', ?4)", {key.user, key.text, key.request, DateTime::now().microseconds()});
    } catch (const Failure& failure) {
        if (failure.code() == "duplicate_value") throw Overtaken();
        throw;
    }
}

void note_answer(storage::Session& session, const Key& key, const http::Response& response) {
    session.execute("UPDATE idempotency_key SET answer = ?3 WHERE user_id = ?1 AND key = ?2", {key.user, key.text, keep(response)});
}

/// The key, the change and the answer in one transaction: all of them are there, or none.
http::Response answer_in_transaction(Call& call, const Route& route, const Key& key) {
    std::set<std::string> changed;
    auto run = [&](storage::Session& session) {
        changed.clear();
        if (auto known = find(session, key)) return *std::move(known);
        note_request(session, key);
        Call::Within within(call, session, changed);
        http::Response response = route.answer(call);
        note_answer(session, key, response);
        return response;
    };
    http::Response response = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        call.catalogue = catalogue;
        return call.services.database.write(run);
    });
    call.services.records.announce(changed);
    return response;
}

/// For what has transactions of its own: the key before it, the answer behind it.
http::Response answer_around(Call& call, const Route& route, const Key& key) {
    auto known = call.services.database.write([&](storage::Session& session) {
        auto answered = find(session, key);
        if (!answered) note_request(session, key);
        return answered;
    });
    if (known) return *std::move(known);
    http::Response response;
    try {
        response = route.answer(call);
    } catch (const Failure& failure) {
        if (failure.code() == "outcome_unknown") throw;
        // Nothing was done, so the same key may try again.
        call.services.database.write([&](storage::Session& session) { session.execute("DELETE FROM idempotency_key WHERE user_id = ?1 AND key = ?2", {key.user, key.text}); });
        throw;
    }
    call.services.database.write([&](storage::Session& session) { note_answer(session, key, response); });
    return response;
}

}  // namespace

void create_idempotency_table(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE idempotency_key (user_id BIGINT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, answer TEXT NOT NULL, came_at BIGINT NOT NULL, PRIMARY KEY (user_id, key))");
}

http::Response answer_once(Call& call, const Route& route) {
    const Key key = read_key(call);
    constexpr int most_tries = 5;
    for (int i = 0; i < most_tries; ++i) {
        try {
            return route.effect == Effect::Records ? answer_in_transaction(call, route, key) : answer_around(call, route, key);
        } catch (const Overtaken&) {
            // Then there is an answer now, or the other one has failed.
        }
    }
    throw Failure(FailureKind::Conflict, "request_in_flight", "The same request comes again and again at the same moment. Ask again in a moment for its answer.");
}

std::int64_t forget_answers(storage::Database& database, DateTime before) {
    return database.write([&](storage::Session& session) { return session.execute("DELETE FROM idempotency_key WHERE came_at < ?1", {before.microseconds()}); });
}

}  // namespace rapport::api
