#include "records/sums.h"

#include "base/json_writer.h"
#include "metadata/schema.h"
#include "security/actor.h"
#include "security/statements.h"

namespace rapport::records {
namespace {

constexpr int block = 500;  // parents; others wait to write for so long

query::Select sums_where(const metadata::Field& field, const Json& condition) {
    static const std::map<std::string, std::string, std::less<>> functions{{"count", "count"}, {"sum", "sum"}, {"minimum", "min"}, {"maximum", "max"}, {"average", "avg"}};
    const metadata::RollUp& roll_up = *field.roll_up;
    query::Select out;
    out.object = roll_up.child;
    query::Term relation{"", {{roll_up.relation}, {}}, "", {}};
    std::string summed = roll_up.function == "count" ? "id" : roll_up.field;
    out.fields = {relation, {functions.find(roll_up.function)->second, {{summed}, {}}, "result", {}}};
    out.group_by = {relation};
    Json::Array conditions;
    for (const Json* one : {&condition, &roll_up.filter})
        if (!one->is_null()) conditions.push_back(*one);
    if (!conditions.empty()) out.where = query::parse_filter(Json(Json::Members{{"and", std::move(conditions)}}));
    return out;
}

/// A roll-up field, and by what it is summed up.
struct Sum {
    const metadata::Object* parent;
    const metadata::Field* field;
    std::string definition;
};

std::string definition_of(const metadata::RollUp& roll_up) {
    return Json(Json::Members{{"function", roll_up.function}, {"child", roll_up.child}, {"relation", roll_up.relation}, {"field", roll_up.field}, {"filter", roll_up.filter}}).text();
}

/// Those that are not summed up as the catalogue says; a sum of sums comes after these.
std::vector<Sum> not_summed(storage::Session& session, const metadata::Catalogue& catalogue) {
    std::map<std::pair<std::string, std::string>, std::string> known;
    {
        auto rows = session.query("SELECT object, field, definition FROM summed_roll_up");
        while (rows->next()) known.try_emplace({std::string(rows->text(0)), std::string(rows->text(1))}, rows->text(2));
    }
    std::vector<Sum> out;
    std::set<std::pair<std::string, std::string>> taken;
    for (bool more = true; more;) {
        more = false;
        for (const metadata::Object& parent : catalogue.objects()) {
            for (const metadata::Field& field : parent.fields) {
                if (!field.roll_up || taken.contains({parent.name, field.name})) continue;
                std::string definition = definition_of(*field.roll_up);
                auto found = known.find({parent.name, field.name});
                const bool is_new = found == known.end() || found->second != definition;
                if (!is_new && !taken.contains({field.roll_up->child, field.roll_up->field})) continue;
                out.push_back({&parent, &field, std::move(definition)});
                taken.insert({parent.name, field.name});
                more = true;
            }
        }
    }
    return out;
}

std::vector<std::int64_t> next_parents(storage::Session& session, const metadata::Object& parent, std::int64_t after) {
    std::vector<std::int64_t> out;
    auto rows = session.query("SELECT id FROM " + metadata::quoted(parent.name) + " WHERE id > ?1 ORDER BY id LIMIT ?2", {after, block});
    while (rows->next()) out.push_back(rows->integer(0));
    return out;
}

/// Sums up the next parents; answers the last of them, or nothing when all are.
std::optional<std::int64_t> sum_up_block(storage::Session& session, const metadata::CataloguePointer& catalogue, const Sum& sum, std::int64_t after) {
    session.execute_script(session.dialect().lock_schema());
    const auto parents = next_parents(session, *sum.parent, after);
    const std::string update = update_sum_statement(*sum.parent, *sum.field) + " AND " + metadata::quoted(sum.field->name) + " IS DISTINCT FROM ?1";
    for (const auto& [id, value] : sums_of(session, catalogue, *sum.field, parents)) session.execute(update, {value, id});
    if (static_cast<int>(parents.size()) == block) return parents.back();
    session.execute("INSERT INTO summed_roll_up (object, field, definition) VALUES (?1, ?2, ?3) ON CONFLICT (object, field) DO UPDATE SET definition = excluded.definition",
                    {sum.parent->name, sum.field->name, sum.definition});
    return std::nullopt;
}

}  // namespace

query::Select sums_by_parent(const metadata::Field& field) { return sums_where(field, {}); }

Value sum_of_none(const metadata::Field& field) { return field.roll_up->function == "count" ? Value(0) : Value(); }

std::map<std::int64_t, Value> sums_of(storage::Session& session, const metadata::CataloguePointer& catalogue, const metadata::Field& field, const std::vector<std::int64_t>& parents) {
    std::map<std::int64_t, Value> out;
    Json::Array ids;
    for (std::int64_t id : parents) {
        ids.push_back(RecordId(id).text());
        out.emplace(id, sum_of_none(field));
    }
    if (ids.empty()) return out;
    const Json by_parent = Json::Members{{"field", field.roll_up->relation}, {"op", "in"}, {"value", std::move(ids)}};
    const auto system = security::Actor::system("roll-up");
    query::for_each_row(session, security::compile(sums_where(field, by_parent), {system, catalogue}, session.dialect()),
                        [&](const std::vector<Cell>& cells) { out[cells[0].integer()] = cells[1].value(); });
    return out;
}

std::string update_sum_statement(const metadata::Object& parent, const metadata::Field& field) {
    return "UPDATE " + metadata::quoted(parent.name) + " SET " + metadata::quoted(field.name) + " = ?1 WHERE id = ?2";
}

void create_sums_table(storage::Session& session) {
    session.execute_script("CREATE TABLE summed_roll_up (object TEXT NOT NULL, field TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (object, field))");
}

void sum_up(storage::Database& database, const metadata::Registry& registry, const std::stop_token& stop) {
    const auto catalogue = registry.current();
    for (const Sum& sum : database.read([&](storage::Session& session) { return not_summed(session, *catalogue); })) {
        std::optional<std::int64_t> after = 0;
        while (after && !stop.stop_requested()) after = database.write([&](storage::Session& session) { return sum_up_block(session, catalogue, sum, *after); });
    }
}

}  // namespace rapport::records
