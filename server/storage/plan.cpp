#include "storage/plan.h"

#include <algorithm>
#include <charconv>
#include <regex>

#include "base/json.h"

namespace rapport::storage {
namespace {

using Way = PlanStep::Way;

/// "(stage_id=? AND amount>?)" are two.
int count_keys(std::string_view condition) {
    int keys = 1;
    for (std::size_t at = condition.find(" AND "); at != std::string_view::npos; at = condition.find(" AND ", at + 1)) ++keys;
    return keys;
}

/// "1000000 250 1": rows in an index, and how many share the first column, the first two, …
std::optional<std::int64_t> expected_rows(Session& session, const std::string& index, int keys) {
    if (!session.value("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")) return std::nullopt;
    auto statistics = session.value("SELECT stat FROM sqlite_stat1 WHERE idx = ?1", {index});
    if (!statistics) return std::nullopt;
    std::string_view rest = statistics->text();
    std::int64_t rows = 0;
    for (int i = 0; i <= keys; ++i) {
        auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), rows);
        if (error != std::errc()) return std::nullopt;
        rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(end - rest.data()) + 1));
    }
    return rows;
}

/// A line of EXPLAIN QUERY PLAN: "SEARCH t0 USING COVERING INDEX index_account_name (name>? AND name<?)", "SCAN t1",
/// "USE TEMP B-TREE FOR ORDER BY".
std::optional<PlanStep> step_of(Session& session, const std::string& line) {
    static const std::regex reading(R"((SEARCH|SCAN) (\S+)(?: USING (?:AUTOMATIC |PARTIAL |COVERING )*INDEX (\S+))?( USING INTEGER PRIMARY KEY)?(?: \((.*)\))?.*)");
    if (line.starts_with("USE TEMP B-TREE FOR ") && line.find("ORDER BY") != std::string::npos) return PlanStep{.way = Way::Sort};
    std::smatch found;
    if (!std::regex_match(line, found, reading)) return std::nullopt;
    PlanStep step{.table = found[2], .index = found[3]};
    if (found[4].matched) {
        step.way = Way::Record;
    } else if (found[1] == "SEARCH" && !step.index.empty()) {
        step.way = Way::Index;
        step.keys = count_keys(found[5].str());
    } else if (!step.index.empty()) {
        step.way = Way::Walk;
    }
    if (!step.index.empty()) step.rows = expected_rows(session, step.index, step.keys);
    return step;
}

std::vector<PlanStep> sqlite_plan(Session& session, std::string_view sql, std::span<const Value> parameters) {
    std::vector<std::string> lines;
    for (auto cursor = session.query("EXPLAIN QUERY PLAN " + std::string(sql), parameters); cursor->next();) lines.emplace_back(cursor->text(3));
    std::vector<PlanStep> steps;
    for (const std::string& line : lines)
        if (auto step = step_of(session, line)) steps.push_back(std::move(*step));
    return steps;
}

/// A node of EXPLAIN (FORMAT JSON), and those below it, in the order in which they are read.
void add_steps(const Json& node, const std::string& table, std::vector<PlanStep>& steps) {
    const std::string& type = node["Node Type"].string();
    std::string name = node.string_or("Alias", table);
    if (node.has("Plans"))
        for (const Json& part : node["Plans"].array()) add_steps(part, name, steps);
    PlanStep step{.table = name, .index = node.string_or("Index Name", ""), .rows = node.integer_or("Plan Rows", 0)};
    if (type == "Seq Scan") {
        step.way = Way::All;
    } else if (!step.index.empty()) {
        bool is_bound = node.has("Index Cond");
        step.way = !is_bound ? Way::Walk : step.index.ends_with("_pkey") ? Way::Record : Way::Index;
        step.keys = is_bound ? count_keys(node["Index Cond"].string()) : 0;
    } else if (type == "Sort" || type == "Incremental Sort") {
        step = PlanStep{.way = Way::Sort};
    } else {
        return;
    }
    steps.push_back(std::move(step));
}

std::vector<PlanStep> postgres_plan(Session& session, std::string_view sql, std::span<const Value> parameters) {
    std::string plan;
    for (auto cursor = session.query("EXPLAIN (FORMAT JSON) " + std::string(sql), parameters); cursor->next();) plan += cursor->text(0);
    std::vector<PlanStep> steps;
    const Json parsed = Json::parse(plan);
    add_steps(parsed.array().front()["Plan"], "", steps);
    return steps;
}

}  // namespace

std::vector<PlanStep> plan(Session& session, std::string_view sql, std::span<const Value> parameters) {
    return session.dialect().name() == "sqlite" ? sqlite_plan(session, sql, parameters) : postgres_plan(session, sql, parameters);
}

}  // namespace rapport::storage
