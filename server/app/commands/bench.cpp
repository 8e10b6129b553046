#include <chrono>
#include <iomanip>
#include <iostream>

#include "app/command.h"
#include "query/query.h"
#include "security/statements.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string object = "opportunity";
    int seconds = 2;
    bool json = false;
};

/// Calls of `work` a second.
double rate(int seconds, const std::function<void()>& work) {
    auto begin = std::chrono::steady_clock::now();
    auto end = begin + std::chrono::seconds(seconds);
    std::int64_t calls = 0;
    while (std::chrono::steady_clock::now() < end) {
        work();
        ++calls;
    }
    return static_cast<double>(calls) / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

class Bench {
public:
    Bench(Workspace& workspace, const std::string& object) : workspace_(workspace), actor_(workspace.actor("")), object_(object) {}

    void ask(const std::string& soql, std::int64_t limit) {
        auto catalogue = workspace_.registry().current();
        auto statement = security::compile(query::parse_soql(soql), {actor_, catalogue}, workspace_.database().dialect());
        workspace_.database().read([&](storage::Session& session) {
            answer_.clear();
            JsonWriter out(answer_);
            out.begin_array();
            query::write_records(session, statement, limit, out);
            out.end_array();
        });
    }

    std::string first_id() {
        ask("SELECT id FROM " + object_ + " LIMIT 1", 1);
        Json records = Json::parse(answer_);
        if (records.array().empty()) throw Failure(FailureKind::NotFound, "nothing_to_measure", "There are no records of " + object_ + " to measure with.");
        return records.array().front()["id"].string();
    }

private:
    Workspace& workspace_;
    security::Actor actor_;
    std::string object_;
    std::string answer_;
};

ExitCode run(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    Bench bench(workspace, options.object);
    std::string id = bench.first_id();
    struct Row {
        std::string name;
        double per_second;
    };
    std::vector<Row> rows;
    rows.push_back({"read one record by id", rate(options.seconds, [&] { bench.ask("SELECT FIELDS(ALL) FROM " + options.object + " WHERE id = '" + id + "' LIMIT 1", 1); })});
    rows.push_back({"list of 50, newest first", rate(options.seconds, [&] { bench.ask("SELECT FIELDS(ALL) FROM " + options.object + " ORDER BY id DESC LIMIT 50", 50); })});
    rows.push_back({"empty durable commit", rate(options.seconds, [&] { workspace.database().write([](storage::Session& session) { session.execute("UPDATE metadata_version SET version = version"); }); })});
    if (options.json) {
        std::string json;
        JsonWriter out(json);
        out.begin_object();
        for (const auto& row : rows) out.key(row.name).real(row.per_second);
        out.end_object();
        std::cout << json << "\n";
    } else {
        for (const auto& row : rows) std::cout << std::left << std::setw(28) << row.name << std::right << std::setw(12) << std::fixed << std::setprecision(0) << row.per_second << " a second\n";
    }
    return ExitCode::Done;
}

}  // namespace

void add_bench(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("bench", "Measure a workspace inside this process, one thread; changes nothing (over HTTP: bench/run)");
    add_location(*command, options->location);
    command->add_option("--object", options->object, "Object to read")->capture_default_str();
    command->add_option("--seconds", options->seconds, "For each figure")->check(CLI::Range(1, 60))->capture_default_str();
    command->add_flag("--json", options->json, "Answer in JSON");
    command->footer("Example:\n  rapport bench --data data --object contact");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
