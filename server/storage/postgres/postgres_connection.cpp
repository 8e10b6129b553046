#include "storage/postgres/postgres_connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/log.h"
#include "storage/checked_text.h"
#include "storage/postgres/numbered_parameters.h"

namespace rapport::storage {
namespace {

using namespace std::chrono_literals;

/// The server stops a statement at the deadline; when not even that is heard of, it is taken for gone.
constexpr auto grace = 5s;

constexpr int oldest_server = 15'00'00;

bool failed(const PostgresResult& result) {
    const ExecStatusType status = PQresultStatus(result.get());
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_EMPTY_QUERY;
}

void log_warnings(void*, const PGresult* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity && std::string_view(severity) == "WARNING")
        log::warning("the database server says: {}", PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY));
}

/// The parameters as libpq wants them: text, with null pointers for nulls. Lives until they are sent.
class WireParameters {
public:
    explicit WireParameters(std::span<const Value> values) : numbers_(values.size()), pointers_(values.size()) {
        for (std::size_t i = 0; i < values.size(); ++i) pointers_[i] = write(values[i], numbers_[i]);
    }
    const char* const* data() const { return pointers_.data(); }
    int size() const { return static_cast<int>(pointers_.size()); }

private:
    using Digits = std::array<char, 32>;

    static const char* write(const Value& value, Digits& digits) {
        if (value.is_null()) return nullptr;
        if (value.is_text()) {
            check_text(value.text());
            return value.text().c_str();
        }
        char* end = digits.data() + digits.size() - 1;
        end = value.is_integer() ? std::to_chars(digits.data(), end, value.integer()).ptr : std::to_chars(digits.data(), end, value.real()).ptr;
        *end = '\0';
        return digits.data();
    }

    std::vector<Digits> numbers_;
    std::vector<const char*> pointers_;
};

}  // namespace

void ClearResult::operator()(pg_result* result) const { PQclear(result); }

void PostgresConnection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresConnection::PostgresConnection(const PostgresSettings& settings) : settings_(settings) { connect(); }

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::connect() {
    connection_.reset();
    statements_.clear();
    unread_syncs_ = 0;
    allowed_ = {};
    // What stands before the URL is a default that it can replace.
    const std::array<const char*, 8> keywords{"connect_timeout", "keepalives_idle", "keepalives_interval", "tcp_user_timeout", "dbname",
                                              "client_encoding", "application_name", nullptr};
    const std::array<const char*, 8> values{"5", "30", "10", "30000", settings_.url().c_str(), "UTF8", "rapport", nullptr};
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK) lose(PQerrorMessage(connection_.get()));
    if (PQserverVersion(connection_.get()) < oldest_server) lose("it is older than PostgreSQL 15");
    const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (!encoding || std::string_view(encoding) != "UTF8") lose("its database does not store text as UTF-8");
    PQsetNoticeReceiver(connection_.get(), log_warnings, nullptr);
    configure();
}

void PostgresConnection::configure() {
    // Rights make long conditions that few rows are asked about: to compile one takes seconds, to interpret it none. And to plan
    // it anew for each value takes longer than to answer it.
    const std::string sql = "SET search_path TO \"" + settings_.schema() +
                            "\"; SET lock_timeout TO '30s'; SET jit TO off; SET plan_cache_mode TO force_generic_plan; SET timezone TO 'UTC'; SET extra_float_digits TO 1; SET standard_conforming_strings TO on";
    const PostgresResult result(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) lose(PQerrorMessage(connection_.get()));
    if (PQenterPipelineMode(connection_.get()) == 0) lose(PQerrorMessage(connection_.get()));
}

void PostgresConnection::refresh() {
    trouble_ = Trouble::None;
    deadline_ = no_deadline;
    if (connection_) {
        try {
            deadline_ = std::chrono::steady_clock::now();
            settle();
        } catch (const Failure&) {
            trouble_ = Trouble::None;  // nobody waited for that answer
        }
        deadline_ = no_deadline;
    }
    // Nothing was asked, so whatever the server says now is that it goes away.
    pollfd socket{connection_ ? PQsocket(connection_.get()) : -1, POLLIN, 0};
    if (!connection_ || poll(&socket, 1, 0) != 0) connect();
}

PostgresResult PostgresConnection::run(std::span<const std::string> commands, std::string_view sql, std::span<const Value> parameters,
                                       Deadline deadline) {
    deadline_ = deadline;
    trouble_ = Trouble::None;
    const WireParameters wire(parameters);
    if (!connection_) lose("the connection is closed");
    for (const std::string& name : statements_.take_dropped()) send("DEALLOCATE " + name);
    for (const std::string& command : commands) send_command(command);
    std::size_t answers = commands.size();
    ServerStatement& statement = statements_.find(sql, parameters);
    if (!statement.is_prepared) {
        prepare(statement);
        answers += 2;
    }
    check_sent(PQsendQueryPrepared(connection_.get(), statement.name.c_str(), wire.size(), wire.data(), nullptr, nullptr, 0));
    end_pipeline();
    running_ = statement.sql;

    settle(1);
    if (const PostgresResult failure = skip_answers(answers, statement)) {
        statements_.drop(statement);
        settle();
        fail(failure, running_);
    }
    PQsetSingleRowMode(connection_.get());
    PostgresResult first = receive();
    if (failed(first)) {
        if (trouble_of(first.get()) == Trouble::StalePlan) statements_.drop(statement);
        settle();
        fail(first, running_);
    }
    if (PQresultStatus(first.get()) != PGRES_SINGLE_TUPLE) settle();
    return first;
}

std::chrono::milliseconds PostgresConnection::allow(std::chrono::milliseconds time) {
    const bool is_known = time.count() == 0 ? allowed_.count() == 0 : allowed_ >= time * 9 / 10 && allowed_ * 9 / 10 <= time;
    if (is_known || !connection_) return allowed_;
    send("SET statement_timeout TO " + std::to_string(time.count()));
    return allowed_ = time;
}

void PostgresConnection::prepare(const ServerStatement& statement) {
    check_sent(PQsendPrepare(connection_.get(), statement.name.c_str(), with_dollar_parameters(statement.sql).c_str(),
                             static_cast<int>(statement.declared.size()), statement.declared.data()));
    check_sent(PQsendDescribePrepared(connection_.get(), statement.name.c_str()));
}

PostgresResult PostgresConnection::skip_answers(std::size_t count, ServerStatement& statement) {
    PostgresResult failure;
    for (std::size_t i = 0; i < count; ++i) {
        PostgresResult answer = receive();
        if (failed(answer) && !failure) failure = std::move(answer);
        // The last answer before a new statement describes it.
        if (i + 1 == count && !failure && !statement.is_prepared) {
            statement.is_prepared = true;
            for (std::size_t p = 0; p < statement.parameters.size(); ++p)
                statement.parameters[p] = PQparamtype(answer.get(), static_cast<int>(p));
        }
        receive();  // the null that ends a command's results
    }
    return failure;
}

PostgresResult PostgresConnection::next_row() {
    PostgresResult result = receive();
    if (PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) return result;
    const bool has_failed = failed(result);
    settle();
    if (has_failed) fail(result, running_);
    return nullptr;
}

void PostgresConnection::skip_rows() noexcept {
    try {
        if (connection_) settle();
    } catch (const Failure&) {
        // The connection is closed now, and the next statement will say so.
    }
}

void PostgresConnection::send(const std::string& command) {
    send_command(command);
    end_pipeline();
}

void PostgresConnection::send_command(const std::string& command) {
    check_sent(PQsendQueryParams(connection_.get(), command.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0));
}

void PostgresConnection::end_pipeline() {
    check_sent(PQpipelineSync(connection_.get()));
    ++unread_syncs_;
}

void PostgresConnection::run_script(const std::string& sql) {
    deadline_ = no_deadline;
    if (!connection_) lose("the connection is closed");
    settle();
    PQexitPipelineMode(connection_.get());
    const PostgresResult result(PQexec(connection_.get(), sql.c_str()));
    const bool has_failed = failed(result);
    if (PQstatus(connection_.get()) != CONNECTION_OK) lose(PQerrorMessage(connection_.get()));
    PQenterPipelineMode(connection_.get());
    if (has_failed) fail(result, sql);
}

void PostgresConnection::settle(int left) {
    while (unread_syncs_ > left)
        if (const PostgresResult result = receive(); PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) --unread_syncs_;
}

PostgresResult PostgresConnection::receive() {
    while (PQisBusy(connection_.get())) wait_readable();
    PostgresResult result(PQgetResult(connection_.get()));
    if (PQstatus(connection_.get()) == CONNECTION_OK) return result;
    lose(result ? PQresultErrorMessage(result.get()) : PQerrorMessage(connection_.get()));
}

void PostgresConnection::wait_readable() {
    pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
    int milliseconds = -1;
    if (deadline_ != no_deadline) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ + grace - std::chrono::steady_clock::now());
        milliseconds = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1'000'000'000));
    }
    if (poll(&socket, 1, milliseconds) == 0) lose("it does not answer any more");
    if (PQconsumeInput(connection_.get()) == 0) lose(PQerrorMessage(connection_.get()));
}

void PostgresConnection::check_sent(int sent) {
    if (sent == 0) lose(PQerrorMessage(connection_.get()));
}

void PostgresConnection::fail(const PostgresResult& result, std::string_view sql) {
    trouble_ = trouble_of(result.get());
    const Failure failure = postgres_failure(result.get(), sql);
    if (trouble_ == Trouble::Lost) connection_.reset();
    throw failure;
}

void PostgresConnection::lose(const std::string& reason) {
    trouble_ = Trouble::Lost;
    connection_.reset();
    throw settings_.unreachable(reason);
}

}  // namespace rapport::storage
