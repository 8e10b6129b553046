#include "api/problem.h"
#include "api/route.h"

namespace rapport::api {
namespace {

using records::Operation;
using records::Outcome;

constexpr std::size_t most_operations = 2000;

Operation::Kind read_kind(const std::string& name) {
    if (name == "create") return Operation::Kind::Create;
    if (name == "update") return Operation::Kind::Update;
    if (name == "upsert") return Operation::Kind::Upsert;
    if (name == "delete") return Operation::Kind::Delete;
    if (name == "restore") return Operation::Kind::Restore;
    throw Failure(FailureKind::Invalid, "unknown_operation", "\"" + name + "\" is not an operation: use create, update, upsert, delete or restore.");
}

Operation read_operation(const Json& json) {
    Operation operation;
    operation.kind = read_kind(json.string_or("operation", ""));
    operation.object = json.string_or("object", "");
    operation.match_field = json.string_or("match", "");
    operation.fields = json["fields"];
    if (!json["version"].is_null()) operation.version = json["version"].integer();
    operation.refuse_duplicates = json.string_or("duplicates", "") == "refuse";
    bool by_id = operation.kind != Operation::Kind::Create && operation.kind != Operation::Kind::Upsert;
    if (by_id) operation.id = value_or_throw(RecordId::parse(json.string_or("id", "")));
    if (operation.kind == Operation::Kind::Upsert && operation.match_field.empty()) throw invalid_field({"match", "required", "An upsert names the field that records are matched by."});
    return operation;
}

std::string_view result_name(Outcome::Result result) {
    switch (result) {
        case Outcome::Result::Created: return "created";
        case Outcome::Result::Updated: return "updated";
        case Outcome::Result::Unchanged: return "unchanged";
        case Outcome::Result::Deleted: return "deleted";
        case Outcome::Result::Restored: return "restored";
        case Outcome::Result::Failed: break;
    }
    return "failed";
}

http::Response run_batch(Call& call) {
    Json body = call.body();
    std::string mode = body.string_or("mode", "all_or_nothing");
    if (mode != "all_or_nothing" && mode != "row_by_row") throw invalid_field({"mode", "invalid_option", "mode is all_or_nothing or row_by_row."});
    const auto& items = body["operations"].array();
    if (items.size() > most_operations)
        throw Failure(FailureKind::TooLarge, "too_many_operations", "A batch has at most " + std::to_string(most_operations) + " operations: send several.");
    std::vector<Operation> operations;
    for (const Json& item : items) operations.push_back(read_operation(item));
    records::Run run{call.actor(), call.source(), mode == "row_by_row" ? records::Mode::RowByRow : records::Mode::AllOrNothing};
    auto outcomes = call.apply(run, operations);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("results").begin_array();
    for (const Outcome& outcome : outcomes) {
        out.begin_object();
        if (outcome.id) out.member("id", outcome.id.text());
        out.member("result", result_name(outcome.result));
        if (outcome.failure) {
            out.key("error");
            write_problem(out, *outcome.failure, "");
        }
        out.end_object();
    }
    out.end_array().end_object();
    return response;
}

}  // namespace

std::vector<Route> batch_routes() {
    return {{http::Method::Post, "/batch", Door::LoggedIn, http::Where::Worker, run_batch, "runBatch", "Several changes at once, all or nothing or row by row", Effect::Records}};
}

}  // namespace rapport::api
