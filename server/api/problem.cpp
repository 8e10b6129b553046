#include "api/problem.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::api {
namespace {

/// Input that cannot even be read is a bad request; input that can be read but not kept is unprocessable.
constexpr std::array unreadable{"malformed_json", "malformed_utf8", "soql_syntax", "invalid_filter", "invalid_sort", "invalid_cursor",
                                "invalid_id", "invalid_version", "out_of_range", "wrong_type", "unreadable_file", "unknown_object"};

std::string_view title_of(FailureKind kind) {
    switch (kind) {
        case FailureKind::Invalid: return "Invalid input";
        case FailureKind::Unauthenticated: return "Not logged in";
        case FailureKind::Forbidden: return "Not allowed";
        case FailureKind::NotFound: return "Not found";
        case FailureKind::Conflict: return "Conflict";
        case FailureKind::TooLarge: return "Too large";
        case FailureKind::TooMany: return "Too many requests";
        case FailureKind::Unavailable: return "Not available now";
        case FailureKind::Internal: return "Internal error";
    }
    return "Error";
}

}  // namespace

int status_of(const Failure& failure) {
    switch (failure.kind()) {
        case FailureKind::Invalid: {
            bool readable = std::find(unreadable.begin(), unreadable.end(), failure.code()) == unreadable.end();
            return readable ? 422 : 400;
        }
        case FailureKind::Unauthenticated: return 401;
        case FailureKind::Forbidden: return 403;
        case FailureKind::NotFound: return 404;
        case FailureKind::Conflict: return 409;
        case FailureKind::TooLarge: return 413;
        case FailureKind::TooMany: return 429;
        case FailureKind::Unavailable: return 503;
        case FailureKind::Internal: return 500;
    }
    return 500;
}

void write_problem(JsonWriter& out, const Failure& failure, const std::string& request_id) {
    bool bug = failure.kind() == FailureKind::Internal;
    out.begin_object();
    out.member("type", "about:blank").member("title", title_of(failure.kind())).member("status", status_of(failure)).member("code", failure.code());
    // What a bug says is for the log: it may hold what the asker must not see.
    out.member("detail", bug ? std::string_view("Something went wrong in the server. Nothing was changed. Quote the request id to your administrator: the log says more.")
                             : std::string_view(failure.what()));
    if (!request_id.empty()) out.member("request_id", request_id);
    if (!failure.problems().empty() && !bug) {
        out.key("problems").begin_array();
        for (const Problem& problem : failure.problems())
            out.begin_object().member("field", problem.field).member("code", problem.code).member("message", problem.message).end_object();
        out.end_array();
    }
    for (const auto& [name, json] : failure.members()) out.key(name).raw(json);
    out.end_object();
}

http::Response problem_response(const Failure& failure, const std::string& request_id) {
    http::Response response;
    response.status = status_of(failure);
    JsonWriter out(response.body);
    write_problem(out, failure, request_id);
    response.set("Content-Type", "application/problem+json");
    if (response.status == 401) response.set("WWW-Authenticate", "Bearer");
    if (response.status == 429 || response.status == 503) response.set("Retry-After", "5");
    return response;
}

}  // namespace rapport::api
