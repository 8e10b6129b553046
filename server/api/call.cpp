#include "api/call.h"

#include <charconv>

#include "base/text.h"
#include "security/rights.h"

namespace rapport::api {

const security::Actor& Call::actor() const {
    ensure(actor_.has_value(), "a route that asks for the actor is not open to strangers");
    return *actor_;
}

const std::string& Call::path(std::string_view name) const {
    auto found = parameters_.find(name);
    ensure(found != parameters_.end(), "a path parameter that the route's pattern names");
    return found->second;
}

const metadata::Object& Call::object() const {
    const std::string& name = path("object");
    if (const metadata::Object* object = catalogue->find(name)) return *object;
    std::vector<std::string_view> known;
    for (const metadata::Object& candidate : catalogue->objects())
        if (actor().rights().may(security::ObjectRight::Read, candidate)) known.push_back(candidate.name);
    std::string_view near = text::nearest(name, known);
    throw Failure(FailureKind::NotFound, "unknown_object",
                  "There is no object " + text::quoted(name) + (near.empty() ? "." : "; did you mean " + text::quoted(near) + "?"));
}

RecordId Call::id() const {
    auto id = RecordId::parse(path("id"));
    if (!id) throw Failure(FailureKind::Invalid, "invalid_id", id.error().message);
    if (catalogue->find(*id) != &object())
        throw Failure(FailureKind::NotFound, "not_found", "There is no such record of " + object().label + ", or you may not see it.");
    return *id;
}

Json Call::body() const {
    if (request.body.empty()) throw Failure(FailureKind::Invalid, "malformed_json", "The request needs a body of JSON.");
    Json body = Json::parse(request.body);
    if (!body.is_object()) throw Failure(FailureKind::Invalid, "wrong_type", "The body of this request is a JSON object, such as {\"name\": \"Acme\"}.");
    return body;
}

std::int64_t Call::number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) const {
    auto given = request.parameter(name);
    if (!given) return fallback;
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (error != std::errc() || end != given->data() + given->size() || number < least || number > most)
        throw Failure(FailureKind::Invalid, "out_of_range", std::string(name) + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".",
                      {{std::string(name), "out_of_range", "It was " + text::quoted(*given) + "."}});
    return number;
}

bool Call::flag(std::string_view name) const {
    auto given = request.parameter(name);
    return given && (*given == "true" || *given == "1");
}

std::string Call::text(std::string_view name) const { return std::string(request.parameter(name).value_or("")); }

std::vector<records::Outcome> Call::apply(const records::Run& run, const std::vector<records::Operation>& operations) {
    auto outcomes = session_ ? services.records.apply(run, operations, *session_, *changed_) : services.records.apply(run, operations);
    note_change_set(outcomes.empty() ? 0 : outcomes.front().change_set);
    return outcomes;
}

std::optional<std::int64_t> Call::expected_version() const {
    std::string_view given = request.header("If-Match");
    if (given.empty() || given == "*") return std::nullopt;
    if (given.starts_with("W/")) given.remove_prefix(2);
    if (given.size() >= 2 && given.front() == '"' && given.back() == '"') given = given.substr(1, given.size() - 2);
    std::int64_t version = 0;
    auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), version);
    if (error != std::errc() || end != given.data() + given.size())
        throw Failure(FailureKind::Invalid, "invalid_version", "If-Match takes the version that was read, such as \"3\".");
    return version;
}

}  // namespace rapport::api
