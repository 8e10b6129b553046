#include "api/application.h"

#include "api/authentication.h"
#include "api/idempotency.h"
#include "api/metrics.h"
#include "api/openapi.h"
#include "api/problem.h"
#include "api/route.h"
#include "api/upload.h"
#include "base/log.h"
#include "http/request_id.h"
#include "http/router.h"
#include "metadata/current_tables.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::string_view base_path = "/api/v1";

std::string allowed_methods(const std::vector<http::Method>& methods) {
    std::string out;
    for (http::Method method : methods) out += (out.empty() ? "" : ", ") + std::string(http::method_name(method));
    return out;
}

bool needs_proof(const Route& route, const http::PathParameters& parameters, const security::Actor& actor) {
    return route.proof == Proof::Recent || (route.proof == Proof::RecentForOthers && parameters.at("id") != actor.user().text());
}

}  // namespace

class Application::Implementation {
public:
    Implementation(Services services, std::size_t largest_file) : services_(std::move(services)), largest_file_(largest_file) {
        for (const Route& route : routes()) router_.add(route.method, route.pattern, &route);
    }

    http::Where place(const http::Request& request) const {
        bool short_read = request.method == http::Method::Get && (request.path == "/healthz" || request.path == "/bench/fixed");
        if (short_read) return http::Where::Inline;
        if (!request.path.starts_with(base_path) || services_.database.dialect().name() != "sqlite") return http::Where::Worker;
        auto match = router_.find(request.method, std::string_view(request.path).substr(base_path.size()));
        return match.entry ? (*match.entry)->where : http::Where::Worker;
    }

    std::shared_ptr<http::BodyReceiver> receiver(const http::Request& head) {
        if (head.method != http::Method::Post || !head.path.starts_with(base_path)) return nullptr;
        auto match = router_.find(head.method, std::string_view(head.path).substr(base_path.size()));
        bool is_form = match.entry && (*match.entry)->body == Body::Form;
        return is_form ? std::make_shared<Upload>(services_, head, largest_file_) : nullptr;
    }

    http::Response handle(http::Request& request) {
        std::string request_id = http::new_request_id();
        http::Response response;
        auto begin = std::chrono::steady_clock::now();
        metadata::CataloguePointer catalogue = services_.registry.current();
        try {
            response = request.path.starts_with(base_path) ? handle_api(request, request_id) : handle_status(request);
        } catch (const Failure& thrown) {
            Failure failure = explained(thrown, *catalogue);
            if (failure.kind() == FailureKind::Internal) log::error("Request {} failed: {}", request_id, failure.what());
            response = problem_response(failure, request_id);
        } catch (const std::exception& error) {
            log::error("Request {} failed: {}", request_id, error.what());
            response = problem_response(Failure(FailureKind::Internal, "internal_error", error.what()), request_id);
        }
        metrics_.count(response.status, std::chrono::steady_clock::now() - begin);
        return response;
    }

private:
    /// A statement that names what is not there is no mistake of ours when an administrator has just removed it.
    Failure explained(const Failure& failure, const metadata::Catalogue& seen) {
        try {
            metadata::newer_catalogue(services_.registry, seen, failure);
            return metadata::objects_changing();
        } catch (const Failure& other) {
            return other;
        }
    }

    http::Response handle_api(http::Request& request, const std::string& request_id) {
        std::string_view path = std::string_view(request.path).substr(base_path.size());
        if (path == "/openapi.json" && request.method == http::Method::Get) return http::Response::json(200, openapi_document(*services_.registry.current(), services_.version));
        bool head = request.method == http::Method::Head;
        auto match = router_.find(head ? http::Method::Get : request.method, path);
        if (!match.entry) {
            if (match.allowed.empty()) throw Failure(FailureKind::NotFound, "unknown_path", "There is nothing at " + request.path + ". The paths are in /api/v1/openapi.json.");
            auto response = problem_response(Failure(FailureKind::Invalid, "method_not_allowed", "This path takes " + allowed_methods(match.allowed) + "."), request_id);
            response.status = 405;
            response.set("Allow", allowed_methods(match.allowed));
            return response;
        }
        const Route& route = **match.entry;
        std::optional<security::Actor> actor;
        records::Source source = records::Source::Api;
        if (route.door != Door::Anyone) {
            Caller caller = authenticate(services_, request);
            source = caller.source;
            actor.emplace(std::move(caller.actor));
            if (route.door == Door::Administrator && !actor->rights().is_administrator())
                throw Failure(FailureKind::Forbidden, "administrator_only", "Only administrators may do this. Ask one.");
        } else if (route.changes_something()) {
            refuse_other_sites(request);
        }
        if (actor && needs_proof(route, match.parameters, *actor)) actor->require_proof();
        if (route.body == Body::Form) read_form(request);
        Call call(services_, request, std::move(match.parameters), std::move(actor), source);
        bool may_come_twice = route.changes_something() && !request.header("Idempotency-Key").empty() && route.door != Door::Anyone;
        return may_come_twice ? answer_once(call, route) : route.answer(call);
    }

    /// Puts what a form held in place of the body. One that did not come by a connection is read here.
    void read_form(http::Request& request) {
        auto upload = std::dynamic_pointer_cast<Upload>(request.receiver);
        if (!upload) {
            upload = std::make_shared<Upload>(services_, request, largest_file_);
            upload->take(request.body);
        }
        request.body = upload->finish().text();
    }

    http::Response handle_status(const http::Request& request) {
        bool get = request.method == http::Method::Get || request.method == http::Method::Head;
        if (get && request.path == "/healthz") return http::Response::text(200, "ok\n");
        if (get && request.path == "/readyz") {
            services_.database.read([](storage::Session& session) { session.value("SELECT 1"); }, {std::chrono::milliseconds(2000)});
            return http::Response::text(200, "ready\n");
        }
        if (get && request.path == "/metrics") return metrics_.response();
        if (get && request.path == "/bench/fixed" && !services_.fixed_answer.empty()) return http::Response::json(200, services_.fixed_answer);
        throw Failure(FailureKind::NotFound, "unknown_path", "There is nothing at " + request.path + ".");
    }

    Services services_;
    const std::size_t largest_file_;
    http::Router<const Route*> router_;
    Metrics metrics_;
};

Application::Application(Services services, BodyLimits limits) : implementation_(std::make_unique<Implementation>(std::move(services), limits.file)), limits_(limits) {}
Application::~Application() = default;

http::Where Application::place(const http::Request& request) const { return implementation_->place(request); }
std::size_t Application::body_limit(const http::Request& head) const { return head.path.starts_with("/api/v1/imports") ? limits_.import : limits_.json; }
std::shared_ptr<http::BodyReceiver> Application::receiver(const http::Request& head) { return implementation_->receiver(head); }
http::Response Application::handle(http::Request& request) { return implementation_->handle(request); }

}  // namespace rapport::api
