#include <iostream>

#include "app/command.h"
#include "app/table.h"
#include "query/query.h"
#include "security/statements.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string soql;
    std::string user;
    bool json = false;
};

constexpr std::int64_t most_rows = 100'000;

ExitCode run(const Options& options) {
    Workspace workspace(options.location, Workspace::Opening::Existing);
    security::Actor actor = workspace.actor(options.user);
    query::Select select = query::parse_soql(options.soql);
    if (!select.limit) select.limit = most_rows;
    auto catalogue = workspace.registry().current();
    auto statement = security::compile(select, {actor, catalogue}, workspace.database().dialect());
    workspace.database().read([&](storage::Session& session) {
        if (options.json) {
            std::string out;
            JsonWriter writer(out);
            writer.begin_object().key("records").begin_array();
            query::write_records(session, statement, most_rows, writer);
            writer.end_array().end_object();
            std::cout << out << "\n";
            return;
        }
        Table table;
        for (const auto& column : query::columns(statement)) table.add_column(column.name);
        query::for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
            std::vector<std::string> row;
            for (std::size_t i = 0; i < cells.size(); ++i) row.push_back(cell_text(cells[i], query::columns(statement)[i].field));
            table.add_row(std::move(row));
        });
        table.print(std::cout);
    });
    return ExitCode::Done;
}

}  // namespace

void add_query(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("query", "Ask in SOQL");
    command->add_option("soql", options->soql, "The question")->required();
    add_location(*command, options->location);
    command->add_option("--user", options->user, "E-mail address of the one who asks; without it the first administrator");
    command->add_flag("--json", options->json, "Answer in JSON");
    command->footer("Example:\n  rapport query \"SELECT stage.name, COUNT(id), SUM(amount) FROM opportunity GROUP BY stage.name\" --data data");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app
