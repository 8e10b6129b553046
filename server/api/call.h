#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "api/services.h"
#include "base/json.h"
#include "http/message.h"
#include "http/router.h"
#include "metadata/catalogue.h"
#include "query/query.h"
#include "records/operation.h"
#include "security/statements.h"

namespace rapport::api {

/// One request on its way through a route: who asks, what for, and the catalogue it began with.
class Call {
public:
    Call(Services& opened, http::Request& sent, http::PathParameters parameters, std::optional<security::Actor> actor, records::Source source)
        : services(opened), request(sent), catalogue(opened.registry.current()), parameters_(std::move(parameters)), actor_(std::move(actor)), source_(source) {}

    Services& services;
    http::Request& request;
    metadata::CataloguePointer catalogue;

    /// The one who is logged in; routes for strangers do not call this.
    const security::Actor& actor() const;
    records::Source source() const { return source_; }

    /// A part of the path.
    const std::string& path(std::string_view name) const;
    /// The object named in the path; hidden objects and unknown ones answer alike.
    const metadata::Object& object() const;
    /// The id in the path, which must be one of object().
    RecordId id() const;
    /// The body, a JSON object. Throws Failure(Invalid, "malformed_json" | "wrong_type").
    Json body() const;
    /// A number among the query parameters, within limits. Throws Failure(Invalid, "out_of_range").
    std::int64_t number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) const;
    bool flag(std::string_view name) const;
    std::string text(std::string_view name) const;
    /// Changes records: in the transaction that the request stands in, or in one of their own.
    std::vector<records::Outcome> apply(const records::Run& run, const std::vector<records::Operation>& operations);
    /// Says in which change set the request changed something, for the answer's head; 0 says that it did not.
    void note_change_set(std::int64_t number) { change_set_ = number; }
    std::int64_t change_set() const { return change_set_; }
    /// The transaction that the request stands in, if it does.
    storage::Session* session() const { return session_; }

    /// Puts a request into a transaction for as long as this lives; `changed` gets the objects whose records change.
    class Within {
    public:
        Within(Call& call, storage::Session& session, std::set<std::string>& changed) : call_(call) {
            call.session_ = &session;
            call.changed_ = &changed;
        }
        ~Within() { call_.session_ = nullptr; }
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

    private:
        Call& call_;
    };

    /// The version in If-Match, without quotes. Throws Failure(Invalid, "invalid_version").
    std::optional<std::int64_t> expected_version() const;

private:
    http::PathParameters parameters_;
    std::optional<security::Actor> actor_;
    records::Source source_;
    storage::Session* session_ = nullptr;
    std::set<std::string>* changed_ = nullptr;
    std::int64_t change_set_ = 0;
};

}  // namespace rapport::api
