// From the text of a question to SQL, and formulas in memory.
#include "bench/parts/data.h"
#include "query/formula.h"
#include "security/statements.h"
#include "storage/sqlite/sqlite_dialect.h"

namespace rapport::bench {
namespace {

constexpr std::string_view soql =
    "SELECT name, account.name, amount, close_date, owner.name FROM opportunity WHERE close_date = THIS_QUARTER AND amount > 1000 AND account.industry IN ('automotive', 'energy') "
    "ORDER BY close_date DESC LIMIT 50";

void parse_soql(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(query::parse_soql(soql));
}
BENCHMARK(parse_soql);

void bind_soql(benchmark::State& state) {
    const query::Select select = query::parse_soql(soql);
    const query::Context context;
    for (auto _ : state) benchmark::DoNotOptimize(query::bind(select, catalogue(), context, [](const auto&, const auto&) { return true; }));
}
BENCHMARK(bind_soql);

/// Binding, rights and SQL.
void compile_soql(benchmark::State& state) {
    const query::Select select = query::parse_soql(soql);
    const auto actor = security::Actor::system("bench");
    for (auto _ : state) benchmark::DoNotOptimize(security::compile(select, {actor, catalogue()}, storage::sqlite_dialect()));
}
BENCHMARK(compile_soql);

/// What a question that was asked before costs.
void find_statement(benchmark::State& state) {
    security::Statements statements;
    const auto actor = security::Actor::system("bench");
    const security::Asking asking{actor, catalogue()};
    for (auto _ : state)
        benchmark::DoNotOptimize(statements.find({"list", "opportunity"}, asking, storage::sqlite_dialect(), [] { return query::parse_soql("SELECT name FROM opportunity LIMIT 50"); }));
}
BENCHMARK(find_statement);

constexpr std::string_view formula = "IF(amount > 10000, ROUND(amount * probability / 3, 2), amount * 0.1) + IF(ISBLANK(next_step), 0, LEN(next_step))";

void parse_formula(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(query::Formula::parse(formula, *catalogue(), catalogue()->object("opportunity")));
}
BENCHMARK(parse_formula);

void evaluate_formula(benchmark::State& state) {
    const auto parsed = query::Formula::parse(formula, *catalogue(), catalogue()->object("opportunity"));
    const query::Context context;
    auto values = [](const query::FieldPath& path) { return path.back()->name == "next_step" ? Value("Call back on Monday") : Value(std::int64_t{2'500'000}); };
    for (auto _ : state) benchmark::DoNotOptimize(parsed.evaluate(context, values));
}
BENCHMARK(evaluate_formula);

}  // namespace
}  // namespace rapport::bench
