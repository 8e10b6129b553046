#include <signal.h>

#include <mutex>
#include <thread>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/json_writer.h"
#include "base/record_id.h"
#include "bench/baseline.h"
#include "http/server.h"

namespace rapport::bench {
namespace {

constexpr int scale_of_amount = 2;

http::Response list(storage::Database& database, const http::Request& request) {
    static const std::string sql =
        R"(SELECT o.id, o.name, o.amount, o.close_date, a.name, u.name, o.account_id, o.owner_id FROM opportunity o LEFT JOIN account a ON a.id = o.account_id )"
        R"(LEFT JOIN "user" u ON u.id = o.owner_id WHERE o.stage_id = ?1 AND o.deleted_at IS NULL ORDER BY o.close_date DESC NULLS LAST, o.id DESC LIMIT 50)";
    std::string body = "{\"records\":[";
    std::int64_t stage = RecordId::parse(*request.parameter("stage"))->number();
    database.read([&](storage::Session& session) {
        auto rows = session.query(sql, {stage});
        for (bool first = true; rows->next(); first = false) {
            body += first ? "{\"id\":\"" : ",{\"id\":\"";
            body += RecordId(rows->integer(0)).text() + "\",\"name\":";
            append_json_string(body, rows->text(1));
            body += ",\"account\":{\"name\":";
            if (rows->is_null(4)) body += "null";
            else append_json_string(body, rows->text(4));
            body += "},\"amount\":";
            if (rows->is_null(2)) body += "null";
            else decimal::append(body, rows->integer(2), scale_of_amount);
            body += ",\"close_date\":\"" + Date(rows->integer(3)).text() + "\",\"owner\":{\"name\":";
            if (rows->is_null(5)) body += "null";
            else append_json_string(body, rows->text(5));
            body += "}}";
        }
    });
    return http::Response::json(200, body + "]}");
}

void insert(storage::Session& session, const Json& contact) {
    session.execute("INSERT INTO bench_contact (first_name, last_name, account) VALUES (?1, ?2, ?3)",
                    {contact["first_name"].string(), contact["last_name"].string(), contact["account_id"].string()});
}

http::Response create(storage::Database& database, const http::Request& request) {
    Json contact = Json::parse(request.body);
    database.write([&](storage::Session& session) { insert(session, contact); });
    return http::Response::json(201, "{}");
}

/// Whoever comes while another's transaction runs waits, as with a server that knows no groups.
http::Response create_alone(storage::Database& database, const http::Request& request) {
    static std::mutex alone;
    Json contact = Json::parse(request.body);
    std::lock_guard lock(alone);
    database.write([&](storage::Session& session) { insert(session, contact); });
    return http::Response::json(201, "{}");
}

}  // namespace

void serve_handwritten(storage::Database& database, std::uint16_t port) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    database.write([](storage::Session& session) {
        session.execute_script("DROP TABLE IF EXISTS bench_contact; CREATE TABLE bench_contact (first_name TEXT, last_name TEXT, account TEXT)");
    });
    http::ServerOptions options;
    options.port = port;
    http::Application application;
    application.place = [](const http::Request&) { return http::Where::Worker; };
    application.handle = [&](http::Request& request) {
        if (request.path == "/list") return list(database, request);
        if (request.path == "/insert") return create(database, request);
        if (request.path == "/insert-alone") return create_alone(database, request);
        return http::Response::problem(404, "not_found", "The baseline has /list, /insert and /insert-alone.");
    };
    http::Server server(options, application);
    std::thread stopper([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
    server.run();
    stopper.join();
}

}  // namespace rapport::bench
